"""附件 — taken in with a check of kind and size, kept under their digest, bound to the petition they came with."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from yifa.records.models import Attachment, PetitionRecord

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE
"""Of one file: a scanned letter of some forty pages."""

MOST_FILES = 20
"""Of one petition's filing."""


def _office(head: bytes) -> bool:
    return head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))


KINDS: dict[str, tuple[str, Callable[[bytes], bool]]] = {
    ".jpg": ("image/jpeg", lambda head: head.startswith(b"\xff\xd8\xff")),
    ".png": ("image/png", lambda head: head.startswith(b"\x89PNG\r\n\x1a\n")),
    ".webp": ("image/webp", lambda head: head[:4] == b"RIFF" and head[8:12] == b"WEBP"),
    ".heic": ("image/heic", lambda head: head[4:8] == b"ftyp"),
    ".pdf": ("application/pdf", lambda head: b"%PDF-" in head),
    ".doc": ("application/msword", _office),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", _office),
    ".xls": ("application/vnd.ms-excel", _office),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _office),
    ".wps": ("application/vnd.ms-works", _office),
}
KINDS[".jpeg"] = KINDS[".jpg"]
"""By the ending of the name: the media type, and whether the first bytes are of that kind."""

SAID = "照片（jpg、png、webp、heic）、PDF、Word、Excel、WPS文档"
ACCEPT = ",".join(KINDS)
"""What a file input offers."""


def keep(
    file: "UploadedFile[bytes]",
    *,
    draft: str = "",
    petition: PetitionRecord | None = None,
    seq: int | None = None,
    user: User | None = None,
) -> Attachment:
    """收下 — check a file and keep it for a draft or a petition.

    Raises `ValidationError` in words fit to show: an empty file, one too large, of another kind, or one too many.
    """
    name = PurePath((file.name or "").replace("\\", "/")).name[-200:] or "附件"
    media_type = checked(name, file)
    held = Attachment.objects.filter(draft=draft, petition=None) if draft else Attachment.objects.none()
    if held.count() >= MOST_FILES:
        raise ValidationError(f"最多上传{MOST_FILES}个文件；请先删去不需要的，或者把照片合成一份PDF")
    digest = store(file.chunks(), _folder())
    return Attachment.objects.create(
        petition=petition,
        draft=draft,
        seq=seq,
        name=name,
        media_type=media_type,
        size=file.size or 0,
        digest=digest,
        user=user,
    )


def checked(name: str, file: "UploadedFile[bytes]") -> str:
    """The media type of a file that may be kept; `ValidationError` for one that may not."""
    known = KINDS.get(PurePath(name).suffix.lower())
    if known is None:
        raise ValidationError(f"「{name}」不能上传：只收{SAID}；录音录像请当面递交或者邮寄")
    if not file.size:
        raise ValidationError(f"「{name}」是空文件，请重新选择")
    if file.size > MOST_BYTES:
        raise ValidationError(
            f"「{name}」有{file.size / MEGABYTE:.1f}MB，超过每个文件{MOST_BYTES // MEGABYTE}MB的上限；请压缩或者分成几个文件"
        )
    file.seek(0)
    head = file.read(1024)
    file.seek(0)
    media_type, fits = known
    if not fits(head):
        raise ValidationError(f"「{name}」的内容与扩展名不符，可能已经损坏；请重新保存后再上传")
    return media_type


def bind(draft: str, petition: PetitionRecord, seq: int) -> int:
    """归卷 — the files of a draft become those of the petition, with the act they came with; how many."""
    return Attachment.objects.filter(draft=draft, petition=None).update(petition=petition, draft="", seq=seq)


def drop(attachment: Attachment) -> None:
    """删去 — a file of a draft, before it is filed; what was filed stays."""
    if attachment.petition_id is not None:
        raise ValidationError("已经归卷的附件不能删去")
    attachment.delete()
    if not Attachment.objects.filter(digest=attachment.digest).exists():
        path_of(attachment).unlink(missing_ok=True)


def path_of(attachment: Attachment) -> Path:
    """Where its bytes lie."""
    return place_of(attachment.digest, _folder())


def _folder() -> Path:
    return Path(settings.HOME) / "files"


def store(chunks: Iterable[bytes], folder: Path) -> str:
    """Write the bytes aside and link them into place under their digest, which is returned; the same lie there once."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as aside:
        for chunk in chunks:
            digest.update(chunk)
            aside.write(chunk)
        aside.flush()
        os.fsync(aside.fileno())
    target = place_of(digest.hexdigest(), folder)
    target.parent.mkdir(mode=0o700, exist_ok=True)
    Path(aside.name).replace(target)
    return digest.hexdigest()


def place_of(digest: str, folder: Path) -> Path:
    """Where in a folder the bytes of a digest lie."""
    return folder / digest[:2] / digest
