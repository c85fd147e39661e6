"""附件 of a filing: taken in, listed, removed; every error says which file, why and what to do; they go with the draft."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from yifa.portal import drafts
from yifa.portal.models import LIFE, Draft
from yifa.records import attachments
from yifa.records.models import Attachment, PetitionRecord

pytestmark = pytest.mark.django_db
JPEG = b"\xff\xd8\xff" + b"0" * 2000


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def send(client, organs):
    client.post(reverse("file"))

    def send(*files, name="files"):
        sent = [SimpleUploadedFile(*one) for one in files]
        return client.post(reverse("file-attachments"), {name: sent}, follow=True).content.decode()

    return send


def test_several_at_once_and_a_photo(send):
    page = send(("合同.pdf", b"%PDF-1.7 x"), ("现场.jpg", JPEG))
    assert "已经附上2个" in page
    assert "合同.pdf" in page
    assert "已经附上3个" in send(("IMG_1.jpg", JPEG), name="photo")


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (("录像.mp4", b"0000"), "「录像.mp4」不能上传"),
        (("空.jpg", b""), "「空.jpg」是空文件"),
        (("假.pdf", b"MZ..."), "内容与扩展名不符"),
    ],
)
def test_what_cannot_be_kept_is_said_and_the_others_are_kept(send, file, told):
    page = send(("好.jpg", JPEG), file)
    assert told in page
    assert "已经附上1个" in page


def test_one_too_large_and_one_too_many(send, monkeypatch):
    monkeypatch.setattr(attachments, "MOST_BYTES", 1000)
    assert "请压缩或者分成几个文件" in send(("大.jpg", JPEG))
    monkeypatch.setattr(attachments, "MOST_BYTES", 10_000)
    monkeypatch.setattr(attachments, "MOST_FILES", 1)
    send(("一.jpg", JPEG))
    assert "最多上传1个文件" in send(("二.jpg", JPEG))


def test_nothing_chosen(send):
    assert "请先选择文件" in send()


def test_one_is_removed_and_nobody_elses(send, client):
    send(("一.jpg", JPEG))
    one = Attachment.objects.get()
    other = attachments.keep(SimpleUploadedFile("别人.jpg", JPEG + b"1"), draft="别人的草稿")
    for each in (one, other):
        client.post(reverse("file-attachments"), {"remove": str(each.pk)})
    assert list(Attachment.objects.all()) == [other]
    assert not attachments.path_of(one).exists()


def test_they_are_filed_with_the_petition(filed, client, organs):
    client.post(reverse("file"))
    client.post(reverse("file-attachments"), {"files": SimpleUploadedFile("一.jpg", JPEG)})
    assert "收到附件1个" in filed().content.decode()
    one = Attachment.objects.get()
    assert (one.petition, one.draft, one.seq) == (PetitionRecord.objects.get(), "", 0)


def test_they_go_with_an_expired_draft(send):
    send(("一.jpg", JPEG))
    path = attachments.path_of(Attachment.objects.get())
    Draft.objects.update(touched_at=timezone.now() - LIFE)
    drafts.begin()
    assert not Attachment.objects.exists()
    assert not path.exists()


def test_uploading_too_often_waits(client, organs, settings):
    client.post(reverse("file"))
    settings.THROTTLE_FACTOR = 0
    page = client.post(reverse("file-attachments"), {"files": SimpleUploadedFile("一.jpg", JPEG)})
    assert page.status_code == 429
