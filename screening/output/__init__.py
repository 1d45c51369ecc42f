"""Findings and guides to what people look at: drawings, QR codes, sentences."""
