"""The page, the SPARQL endpoint and the REST API over one workspace."""

from ui.web.app import create_app

__all__ = ["create_app"]
