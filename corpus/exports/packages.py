"""The descriptions of the tables that data packages ask for."""

from typing import Any

from corpus.exports.columns import Column, Table

NAME = "khooshechin-records"
TITLE = "Records of Iran's industrial clusters, read from Persian news by Khooshechin"
DESCRIPTION = (
    "Officials, clusters, places, Jalali dates, figures, statements and findings read from Persian "
    "news articles, each value with the characters of the text it was read from."
)


def field_schema(column: Column) -> dict[str, Any]:
    """One column as a field of a Frictionless Table Schema."""
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": column.description,
    }
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.vocabulary and column.name != "unit":  # other ISO 4217 codes are units too
        constraints["enum"] = [member.value for member in column.vocabulary]
    return field | ({"constraints": constraints} if constraints else {})


def table_schema(table: Table) -> dict[str, Any]:
    """A table as a Frictionless Table Schema, with its keys."""
    return {
        "fields": [field_schema(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": list(_foreign_keys(table)),
    }


def _foreign_keys(table: Table) -> list[dict[str, Any]]:
    # A reference that may be empty can't be told: validators take an article and no id for a
    # key that is missing.
    keys = []
    for column in table.columns:
        if column.name == "article_id":
            keys.append(_key("article_id", "articles", "id"))
        elif column.refers_to and column.required:
            target = "" if column.refers_to == table.name else column.refers_to
            keys.append(_key(["article_id", column.name], target, ["article_id", "id"]))
    return keys


def _key(fields: str | list[str], table: str, targets: str | list[str]) -> dict[str, Any]:
    return {"fields": fields, "reference": {"resource": table, "fields": targets}}
