"""Makes backend.zip.gz of ONNX's own tests of operators, onnx/backend/test/data in the repository onnx/onnx:

    python3 make_backend.py FOLDER

Cases of more than 50 kB are left out.
"""

import gzip
import io
import pathlib
import sys
import zipfile

content = io.BytesIO()
with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
    for model in sorted(pathlib.Path(sys.argv[1]).glob("pytorch-*/*/model.onnx")):
        files = sorted(file for file in model.parent.rglob("*") if file.is_file())
        if sum(file.stat().st_size for file in files) < 50_000:
            for file in files:
                name = f"{model.parent.name}/{file.name}"
                archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), file.read_bytes())
file = pathlib.Path(__file__).parent / "backend.zip.gz"
file.write_bytes(gzip.compress(content.getvalue(), mtime=0))
