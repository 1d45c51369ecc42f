"""Where a room stands, as waiting phones are told: one word to compare, a heading and a sentence to read."""

from flask_babel import gettext as _

from screening.room.phases import Phase
from screening.store.rooms import Room


def place(room: Room, at_the_door: bool = False) -> str:
    """Return the word that changes when a waiting phone has to look again."""
    shared = "-results" if room.shared and room.state.phase == "ended" else ""
    door = "-closed" if at_the_door and room.doors_closed else ""
    return f"{room.state.phase}-{room.state.open_moment or 'none'}{shared}{door}"


def texts(phase: Phase) -> tuple[str, str]:
    """Return the heading and the sentence of a phase in which nothing is asked."""
    return {
        "preparing": (_("Bienvenue"), _("La séance va bientôt commencer. Cette page avancera toute seule.")),
        "film": (_("Le film passe"), _("Le film passe. Rangez votre téléphone.")),
        "debate": (_("C’est l’heure du débat"), _("Regardez l’écran de la salle, et prenez la parole.")),
        "ended": (_("Merci"), _("La soirée est finie. Vous pouvez fermer cette page.")),
    }[phase]
