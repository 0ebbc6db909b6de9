"""The words of detection, as plain tables that a teacher or translator can read and extend."""
