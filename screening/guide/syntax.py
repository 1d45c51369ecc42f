"""A guide's TOML, with what is wrong in it told in French: tomllib speaks English only."""

import re
import tomllib
from typing import Any

_POSITION = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)$")
# tomllib's memory grows with the square of a key's parts: 150 000 of them fill any machine.
_LONG_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*\.[ \t]*){20}""")
_FRENCH = (
    ("Expected '=' after a key", "il manque « = » après le nom du champ"),
    ("Expected newline or end of document", "quelque chose est de trop après la valeur ; un champ par ligne"),
    ("Invalid value", "la valeur manque ou n’est pas lisible ; mettez les textes entre guillemets"),
    ("Invalid statement", "ce n’est ni un champ « nom = valeur », ni un titre entre crochets"),
    ("Invalid initial character for a key", "il manque le nom du champ avant « = »"),
    ("Invalid date", "cette date n’existe pas ; mettez-la entre guillemets"),
    ("Cannot overwrite a value", "ce champ est déjà donné plus haut ; ôtez l’un des deux"),
    ("Cannot declare", "ce titre entre crochets est déjà plus haut ; ôtez l’un des deux"),
    ("Cannot mutate", "ce champ est déjà donné plus haut d’une autre façon ; ôtez l’un des deux"),
    ("Cannot redefine", "ce champ est déjà donné plus haut d’une autre façon ; ôtez l’un des deux"),
    ("Duplicate inline table key", "ce champ est donné deux fois entre les accolades"),
    ("Expected ']", "il manque un crochet « ] » à la fin du titre"),
    ("Expected", "il manque les guillemets de la fin du texte"),
    ("Unterminated string", "il manque les guillemets de la fin du texte"),
    ("Illegal character '\\n'", "il manque les guillemets de la fin du texte"),
    ("Unclosed array", "il manque le crochet « ] » de la fin de la liste"),
    ("Unclosed inline table", "il manque l’accolade « } » de la fin"),
    ("Exceeds the limit", "un nombre est trop long ; mettez-le entre guillemets"),
    ("Invalid hex", "le code après « \\ » n’est pas bon ; écrivez le signe lui-même"),
    ("Escaped character", "le code après « \\ » n’est pas bon ; écrivez le signe lui-même"),
    ("Illegal character", "un signe invisible n’a pas sa place ici ; effacez-le et retapez la ligne"),
    ("Found invalid character", "un signe invisible n’a pas sa place ici ; effacez-le et retapez la ligne"),
    ("Unescaped '\\'", "une barre « \\ » s’écrit deux fois entre guillemets : « \\\\ »"),
)  # fmt: skip


class SyntaxFault(ValueError):
    """A text is not TOML; `line` counts from 1 in the whole file."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def parse(text: str, lines_above: int = 0) -> dict[str, Any]:
    """Return the fields of a TOML text that starts below some lines of its file; raises SyntaxFault."""
    if long := _LONG_KEY.search(text):
        line = text.count("\n", 0, long.start()) + 1
        raise SyntaxFault(lines_above + line, "un nom de champ a trop de parties ; écrivez plus simple")
    try:
        return tomllib.loads(text)
    except ValueError as error:  # TOMLDecodeError, and what Python says of a number of 5 000 digits
        said = str(error)
    except RecursionError as error:
        raise SyntaxFault(lines_above + 1, "trop de listes emboîtées ; écrivez plus simple") from error
    position = _POSITION.search(said)
    last = text.rstrip("\n").count("\n") + 1
    line = int(position[1]) if position and position[1] else last
    french = next((f for start, f in _FRENCH if said.startswith(start)), "comparez-la à ses voisines")
    raise SyntaxFault(lines_above + line, f"cette ligne n’est pas du TOML : {french}")
