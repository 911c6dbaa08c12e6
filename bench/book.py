"""Whether time stays in proportion: one story of 12,500, 25,000 and 50,000 words, full of names, states and speech.

    python -m bench.book

Prints seconds, words a second, actors and statements of each. The text is invented.
"""

from __future__ import annotations

import resource
import time

import onrecord

FIRST = ("Ada", "Bram", "Cleo", "Dov", "Edda", "Finn", "Gita", "Hugo", "Iris", "Jens", "Kaia", "Lars", "Mira", "Nils")
LAST = ("Quill", "Tolland", "Ekdahl", "Varga", "Osei", "Brandt", "Kovac", "Lindqvist", "Moreau", "Okafor", "Weiss")
STATES = ("Norway", "Sweden", "Denmark", "Finland", "Iceland", "Poland", "Latvia", "Ireland", "Chile", "Peru", "Ghana")
FORMS = (
    "{a} of {s} said on Monday that the harbour of {t} would stay open until 2031.",
    '"We have waited long enough," the minister told reporters. He named no date.',
    "According to {b}, a spokesman for the government of {t}, {s} and {t} agreed in March 1998 to share the fish.",
    "The {s} leader denied it, and she added that {a} had never asked her.",
)


def story(words: int) -> str:
    """An invented story of about so many words, in paragraphs of four sentences."""
    out: list[str] = []
    count = k = 0
    while count < words:
        a, b = (f"{FIRST[(k * n) % len(FIRST)]} {LAST[(k * n // 7) % len(LAST)]}" for n in (3, 5))
        line = FORMS[k % 4].format(a=a, b=b, s=STATES[k % len(STATES)], t=STATES[(k * 3 + 1) % len(STATES)])
        out.append(line + ("\n\n" if k % 4 == 3 else " "))
        count += line.count(" ") + 1
        k += 1
    return "".join(out)


def main() -> None:
    """The command line."""
    onrecord.read_text(story(100))
    for words in (12_500, 25_000, 50_000):
        text = story(words)
        begun = time.perf_counter()
        reading = onrecord.read_text(text, published="2024-06-18")
        seconds = time.perf_counter() - begun
        print(
            f"{words:6,} words  {seconds:6.1f} s  {words / seconds:7,.0f} words a second  "
            f"{len(reading.statements):5} statements  {len(reading.actors):4} actors",
            flush=True,
        )
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
