# ruff: noqa: T201, a script that speaks to its user
"""Fuzzing of the readers: valid files damaged where it hurts, in processes with limits on time and memory.

    python tests/reading/fuzz.py --inputs 10000              # every reader
    python tests/reading/fuzz.py --inputs 500 --format docx  # one reader
    python tests/reading/fuzz.py --replay findings/docx-17   # a finding once more

Only the documented error may come out. What does something else, takes over ten seconds or over
1 GB is written to the folder of findings.
"""

import argparse
import hashlib
import multiprocessing
import random
import resource
import sys
import time
import traceback
import zipfile
from collections import deque
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import seeds

from gongwen.reading import UnreadableError, read
from gongwen.reading.image import open_pictures
from gongwen.reading.sniff import is_image

SECONDS = 10.0
MEMORY = 1 << 30
_XML_WORDS = (
    b"<",
    b">",
    b"/>",
    b"&amp;",
    b"&#0;",
    b"]]>",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"\xff\xfe",
    b"<w:p>",
    b"</w:p>",
)
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"9",
    b"255",
    b"65536",
    b"2147483648",
    b"99999999999999999999",
    b"1e308",
    b"NaN",
    b"0.0000001",
)


def mutate(data, name, chance):
    """The file damaged at the level where it matters: bytes, or what its archive holds."""
    if data[:4] == b"PK\x03\x04" and chance.random() < 0.85:
        return _archive(data, chance)
    if name in {"pdf", "hidden-pdf", "html", "markdown", "docling", "mineru"} and chance.random() < 0.6:
        return _text(data, chance)
    return _bytes(data, chance)


def _bytes(data, chance):
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20, 100))):
        if not out:
            break
        at = chance.randrange(len(out))
        kind = chance.randrange(6)
        if kind == 0:
            out[at] = chance.randrange(256)
        elif kind == 1:
            out[at] ^= 1 << chance.randrange(8)
        elif kind == 2:
            del out[at : at + chance.randrange(1, 200)]
        elif kind == 3:
            out[at:at] = out[at : at + chance.randrange(1, 400)] * chance.choice((1, 2, 50))
        elif kind == 4:
            out[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", bytes(4), b"\xff\xff\xff\x7f", b"\x00\x00\x00\x80"))
        else:
            del out[at:]
    return bytes(out)


def _text(data, chance):
    """Marks, numbers and stretches of a text format."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 2, 4, 10))):
        at = chance.randrange(len(out) + 1)
        kind = chance.randrange(5)
        if kind == 0:
            out[at:at] = chance.choice(_XML_WORDS) * chance.choice((1, 1, 300))
        elif kind == 1:
            digit = next((k for k in range(at, len(out)) if 48 <= out[k] < 58), None)
            if digit is not None:
                out[digit : digit + 1] = chance.choice(_NUMBERS)
        elif kind == 2:
            end = at + chance.randrange(1, 500)
            other = chance.randrange(len(out) + 1)
            out[other:other] = out[at:end]
        elif kind == 3:
            start = out.find(b"<", at)
            end = out.find(b">", start)
            if 0 <= start < end:
                out[at:at] = out[start : end + 1] * chance.choice((1, 3, 1000))
        else:
            del out[at : at + chance.randrange(1, 300)]
    return bytes(out)


def _archive(data, chance):
    """Entries dropped, renamed, exchanged, blown up, or their content damaged."""
    with zipfile.ZipFile(BytesIO(data)) as old:
        entries = [(name, old.read(name)) for name in old.namelist()]
    for _ in range(chance.choice((1, 1, 2, 3))):
        k = chance.randrange(len(entries))
        name, content = entries[k]
        kind = chance.randrange(8)
        if kind == 0 and len(entries) > 1:
            del entries[k]
        elif kind == 1:
            entries[k] = (
                chance.choice(("../" + name, "/" + name, name.upper(), name.replace("/", "\\"), "x" * 300)),
                content,
            )
        elif kind == 2:
            entries[k] = (name, entries[chance.randrange(len(entries))][1])
        elif kind == 3 and chance.random() < 0.2:
            entries[k] = (name, content * chance.choice((50, 2000)))
        elif kind == 4:
            entries[k] = (name, _bytes(content, chance))
        else:
            entries[k] = (name, _text(content, chance))
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in entries:
            new.writestr(name, content)
    packed = out.getvalue()
    return _bytes(packed, chance) if chance.random() < 0.1 else packed


def outcome(data, name):
    """None where the reader behaved, else what it did. Pictures are opened and not recognised, which takes seconds."""
    start = time.monotonic()
    try:
        if is_image(data, name):
            deque(open_pictures(data, name), maxlen=0)
            return None
        reading = read(data, name)
    except UnreadableError:
        pass
    except Exception:  # noqa: BLE001, that is what fuzzing is for
        return traceback.format_exc()
    else:
        for table in reading.tables:
            spans = "".join(reading.text[a:b] for a, b in table.spans)
            if spans != table.text:
                return f"table out of place: {table.spans}"
        for page in reading.source.pages:
            if not 0 <= page.span[0] <= page.span[1] <= len(reading.text):
                return f"page out of place: {page}"
        if reading.layout:
            reading.layout.look(0, len(reading.text))
            reading.layout.boxes([(0, len(reading.text))])
    took = time.monotonic() - start
    return f"took {took:.1f} s" if took > SECONDS else None


def _work(name, seed, count, findings, queue):
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY + (1 << 29), MEMORY + (1 << 29)))
    originals = seeds.SEEDS[name]()
    file_name = "a.md" if name == "markdown" else None
    for k in range(seed, seed + count):
        chance = random.Random(k)
        data = mutate(chance.choice(originals), name, chance)
        place = findings / f"{name}-{k}"
        place.write_bytes(data)  # stays if the process dies
        problem = outcome(data, file_name)
        if problem is None:
            place.unlink()
        else:
            place.with_suffix(".txt").write_text(problem)
        queue.put((k, problem))
    queue.put((None, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))


def fuzz(name, inputs, findings, seed=0):
    """Fuzz one reader; what was found, and the most memory in MB."""
    findings.mkdir(parents=True, exist_ok=True)
    problems, at, memory = [], seed, 0
    context = multiprocessing.get_context("spawn")
    while at < seed + inputs:
        queue = context.Queue()
        process = context.Process(target=_work, args=(name, at, seed + inputs - at, findings, queue))
        process.start()
        while True:
            try:
                k, problem = queue.get(timeout=SECONDS * 3)
            except Exception:  # noqa: BLE001, the process hangs or is gone
                process.kill()
                problems.append((at, "died or hung"))
                at += 1
                break
            if k is None:
                memory, at = max(memory, problem // 1024), seed + inputs
                break
            at = k + 1
            if problem is not None:
                problems.append((k, problem))
        process.join(10)
    return problems, memory


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=1000)
    parser.add_argument("--format", choices=sorted(seeds.SEEDS))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--findings", type=Path, default=Path("findings"))
    parser.add_argument("--replay", type=Path)
    options = parser.parse_args()
    if options.replay:
        print(outcome(options.replay.read_bytes(), "a.md" if "markdown" in options.replay.name else None))
        return 0
    failed = False
    for name in [options.format] if options.format else sorted(seeds.SEEDS):
        start = time.monotonic()
        problems, memory = fuzz(name, options.inputs, options.findings, options.seed)
        kinds = {hashlib.sha256(str(p).splitlines()[-1].encode()).hexdigest(): (k, p) for k, p in problems}
        print(
            f"{name}: {options.inputs} inputs, {len(problems)} findings, {memory} MB, {time.monotonic() - start:.0f} s",
            flush=True,
        )
        for k, problem in kinds.values():
            print(f"  {options.findings}/{name}-{k}: {str(problem).strip().splitlines()[-1]}")
        failed |= bool(problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
