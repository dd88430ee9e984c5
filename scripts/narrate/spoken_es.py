"""Screen Spanish → what a voice says: numbers, units, fractions. Stops on any symbol that it cannot say."""
import re

UNITS = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho "
    "diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve"
).split()
TENS = "- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
HUNDREDS = "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split()
# nouns before which "1" is "una" and "200" is "doscientas"
FEMININE = set(
    "taza tazas cucharada cucharadas cucharilla cucharillas vez veces vaca vacas hora horas semana semanas parte partes oveja "
    "ovejas gota gotas persona personas familia familias botella botellas capa capas bolsa bolsas arroba arrobas libra libras "
    "socia socias comida comidas merienda meriendas cría crías hoja hojas cama camas ventana ventanas planta plantas toma tomas "
    "llama llamas copa copas lectura lecturas medida medidas firma firmas llave llaves lata latas fecha fechas visita visitas "
    "mujer mujeres niña niñas wawa wawas promotora promotoras mano manos señal señales seña señas".split()
)
UNIT = {
    "kg/m²": "kilo por metro cuadrado,kilos por metro cuadrado,m", "L/m²": "litro por metro cuadrado,litros por metro cuadrado,m",
    "°C": "grado,grados,m", "m2": "metro cuadrado,metros cuadrados,m", "m²": "metro cuadrado,metros cuadrados,m",
    "m³": "metro cúbico,metros cúbicos,m", "mm": "milímetro,milímetros,m", "cm": "centímetro,centímetros,m",
    "km": "kilómetro,kilómetros,m", "ml": "mililitro,mililitros,m", "mL": "mililitro,mililitros,m", "kg": "kilo,kilos,m",
    "ha": "hectárea,hectáreas,f", "min": "minuto,minutos,m", "kcal": "kilocaloría,kilocalorías,f", "%": "por ciento,por ciento,",
    "m": "metro,metros,m", "g": "gramo,gramos,m", "l": "litro,litros,m", "L": "litro,litros,m", "h": "hora,horas,f",
}
TEXT = [(r"\bpor m[²2]", "por metro cuadrado"), (r"\bpor m³", "por metro cúbico"), (r"\+(?=\d)", "más ")]
# respellings that a Spanish voice reads nearly as Aymara says them; to be agreed with speakers
RESPELL = {
    "q'auchi": "cauchi", "t'alpha": "talpa", "laq'u": "laco", "ch'illiwa": "chilligua", "walipini": "gualipini",
}
NUMBER = r"[-−]?\d+(?:\.\d{3})*(?:,\d+)?"


def cardinal(n, gender=""):
    """gender: "" uno, "m" un before a noun, "f" una and doscientas."""
    for size, one, many in ((10**6, "un millón", " millones"), (1000, "mil", " mil")):
        if n >= size:
            whole, rest = divmod(n, size)
            return (one if whole == 1 else cardinal(whole, "m") + many) + (" " + cardinal(rest, gender) if rest else "")
    if n == 100:
        return "cien"
    if n > 100:
        hundreds = HUNDREDS[n // 100]
        if gender == "f" and n >= 200:
            hundreds = hundreds[:-2] + "as"
        return hundreds + (" " + cardinal(n % 100, gender) if n % 100 else "")
    word = UNITS[n] if n < 30 else TENS[n // 10] + (" y " + UNITS[n % 10] if n % 10 else "")
    if not word.endswith("uno") or not gender:
        return word
    return word[:-3] + "una" if gender == "f" else "veintiún" if n == 21 else word[:-3] + "un"


def decimal(text, gender=""):
    whole, _, part = text.lstrip("-−").replace(".", "").partition(",")
    zeros = " cero" * (len(part) - len(part.lstrip("0")))
    tail = zeros + (" " + cardinal(int(part)) if part.strip("0") else "")
    sign = "menos " if text[0] in "-−" else ""
    return sign + cardinal(int(whole), "" if part else gender) + (" coma" + tail if part else "")


def gender_of(noun):
    return "f" if noun.lower().strip(".,;:?!)”") in FEMININE else "m"


def clock(match):
    hour, minute = int(match[1]), int(match[2])
    part = "de la mañana" if hour < 12 else "del mediodía" if hour == 12 else "de la tarde" if hour < 19 else "de la noche"
    past = "" if minute == 0 else " y " + {15: "cuarto", 30: "media"}.get(minute, cardinal(minute))
    return cardinal((hour - 1) % 12 + 1, "f") + past + " " + part


def before_word(match):
    linking = match[2].lower().strip(".,;:?!)”") in {"a", "o", "y", "de", "al", "en", "por", "con", "que", "es", "solo"}
    return decimal(match[1], "" if linking else gender_of(match[2])) + " " + match[2]


def with_unit(symbol, names):
    one, many, gender = names.split(",")
    pattern = rf"({NUMBER})[ \u00a0\u202f]?{re.escape(symbol)}(?![\w²³/])"
    return pattern, lambda m: decimal(m[1], gender) + " " + (one if m[1] == "1" else many)


def spoken(text):
    for pattern, words in TEXT:
        text = re.sub(pattern, words, text)
    for word, heard in RESPELL.items():
        text = re.sub(rf"\b{re.escape(word)}", heard, text.replace("’", "'"), flags=re.I)
    text = re.sub(r"(\d) ?[–—-] ?(?=\d)", r"\1 a ", text)
    text = re.sub(r"\b(\d{1,2}):([0-5]\d)\b", clock, text)
    # "1 o 2 meriendas" is "una o dos meriendas"
    text = re.sub(r"\b1 (o|a) (\d+) (\w+)", lambda m: f"{cardinal(1, 'f') if gender_of(m[3]) == 'f' else 'uno'} {m[1]} {m[2]} {m[3]}", text)
    text = re.sub(r"(\d) ?([½¼])", lambda m: m[1] + " y " + {"½": "medio", "¼": "cuarto"}[m[2]], text)
    text = text.replace("½", "media").replace("¼", "un cuarto de").replace("¾", "tres cuartos de")
    for symbol, names in sorted(UNIT.items(), key=lambda entry: -len(entry[0])):
        text = re.sub(*with_unit(symbol, names), text)
    text = text.replace("°C", "grados")
    text = re.sub(rf"({NUMBER}) +(\w\S*)", before_word, text)
    text = re.sub(NUMBER, lambda m: decimal(m[0]), text)
    if re.search(r"[0-9°²³%<>=+×/½¼¾≥≤]", text):
        raise SystemExit("unspoken symbol in: " + text)
    return " ".join(re.sub(r"(?<=\w)'(?=\w)", "", text).split())


def sentences(text):
    out, current = [], ""
    for piece in re.split(r"(?<=[.!?…])[”\"]?\s+(?=[A-ZÁÉÍÓÚÑ¿¡“0-9½])", text.strip()):
        current = (current + " " + piece).strip()
        if not re.search(r"\b(p\. ej|Dra?|Sra?|N)\.$", current):
            out.append(current)
            current = ""
    return out + ([current] if current else [])
