"""A button that copies the address of what is shown: the address holds every choice."""

import streamlit as st

_JS = """
export default function ({ parentElement, data }) {
  const button = parentElement.querySelector('button');
  const said = parentElement.querySelector('span');
  let timer = null;
  // The clipboard is closed to pages that come over plain http from another machine.
  const byHand = (text) => {
    const field = document.createElement('textarea');
    field.value = text;
    field.style.position = 'fixed';
    field.style.opacity = '0';
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  };
  button.onclick = async () => {
    const address = window.location.href;
    let done = false;
    try {
      await navigator.clipboard.writeText(address);
      done = true;
    } catch (refused) {
      done = byHand(address);
    }
    said.textContent = done ? 'Copied' : address;
    clearTimeout(timer);
    timer = setTimeout(() => { said.textContent = ''; }, done ? 2000 : 20000);
  };
  return () => clearTimeout(timer);
}
"""
_component = st.components.v2.component(
    "dateline_copy_link",
    html='<button type="button">Copy link</button> <span role="status" aria-live="polite"></span>',
    js=_JS,
    css="button{font:inherit;font-size:.9rem;color:var(--st-text-color);background:transparent;"
    "border:1px solid var(--st-border-color);border-radius:.5rem;padding:.15rem .7rem;"
    "cursor:pointer}button:hover,button:focus-visible{border-color:var(--st-primary-color);"
    "color:var(--st-primary-color)}button:focus-visible{outline:2px solid var(--st-primary-color)}"
    "span{font:inherit;font-size:.9rem;color:var(--st-text-color);overflow-wrap:anywhere}",
)


def button(key: str) -> None:
    """Copy the address as it stands, with the chosen event or claim in it."""
    _component(key=f"copy-{key}", height="content")
