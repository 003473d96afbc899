"""The look that Gradio's own parts take: system fonts, flat, official colours."""

from inspect import signature
from typing import Any

from markupsafe import Markup

from ui.web.texts import Texts

_SANS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Arial", "sans-serif")
_MONO = ("ui-monospace", "Cascadia Mono", "Consolas", "DejaVu Sans Mono", "monospace")


def theme() -> Any:
    """Return the Gradio theme. Its dark half is the light one: the page has one look."""
    import gradio as gr

    base = gr.themes.Base(
        primary_hue=gr.themes.colors.sky,
        neutral_hue=gr.themes.colors.slate,
        radius_size=gr.themes.sizes.radius_sm,
        spacing_size=gr.themes.sizes.spacing_sm,
        text_size=gr.themes.sizes.text_md,
        font=[gr.themes.Font(name) for name in _SANS],
        font_mono=[gr.themes.Font(name) for name in _MONO],
    )
    look = {
        "body_background_fill": "#f4f5f3",
        "body_text_color": "#1b2733",
        "body_text_color_subdued": "#51606d",
        "background_fill_primary": "#ffffff",
        "background_fill_secondary": "#f4f5f3",
        "block_background_fill": "#ffffff",
        "block_border_width": "0px",
        "block_label_text_color": "#3d4a57",
        "block_title_text_color": "#3d4a57",
        "block_title_text_weight": "600",
        "border_color_primary": "#cbd2d8",
        "input_background_fill": "#ffffff",
        "input_border_color": "#8d99a5",
        "input_border_width": "1px",
        "button_primary_background_fill": "#7a1f2b",
        "button_primary_background_fill_hover": "#611822",
        "button_primary_border_color": "#7a1f2b",
        "button_primary_text_color": "#ffffff",
        "button_secondary_background_fill": "#ffffff",
        "button_secondary_background_fill_hover": "#eceeec",
        "button_secondary_border_color": "#8d99a5",
        "button_secondary_text_color": "#1b2733",
        "checkbox_background_color_selected": "#7a1f2b",
        "checkbox_border_color_selected": "#7a1f2b",
        "color_accent": "#7a1f2b",
        "color_accent_soft": "#f5e9ea",
    }
    settable = signature(base.set).parameters
    dark = {f"{name}_dark": value for name, value in look.items() if f"{name}_dark" in settable}
    return base.set(**look, **dark)


def head(t: Texts) -> str:
    """Return what goes into the head of the page: its language, its script, its colours."""
    return str(
        Markup(
            '<meta name="color-scheme" content="light">'
            '<script>document.documentElement.lang="{}";</script>'
            '<link rel="stylesheet" href="/chidao/frame.css">'
            '<script src="/chidao/page.js" defer></script>'
            '<script src="/chidao/suggest.js" defer></script>'
        ).format(t.lang)
    )
