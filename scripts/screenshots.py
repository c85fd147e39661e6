"""截图 — the ten main pages of the demonstration banner at three widths, into docs/screenshots, for the README.

`YIFA_HOME` names a data folder in which the demonstration is loaded (`yifa demo`); it is copied and stays as it is.
"""

import base64
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Self
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

from yifa.site.home import home

ROOT = Path(__file__).parent.parent
OUT = ROOT / "docs" / "screenshots"
DATABASE = "yifa.sqlite3"
SIZES = {375: 812, 768: 1024, 1440: 900}
QUALITY = 82
PASSWORD = "Shifan-2025"  # noqa: S105 - of the demonstration; `make run` prints it
READY = 30.0


def main() -> None:
    """Copy the demonstration, serve it, and take every page at every width."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        copied = Path(folder) / "home"
        copy(home(), copied)
        chromium = play.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        with serving(copied) as url:
            with Visit(chromium, url, max(SIZES)) as visit:
                visit.sign_in("rsj-chengban")
                handling, signed = first_of(visit, "办理中"), first_of(visit, "处理意见已送达")
            with Visit(chromium, url, max(SIZES)) as visit:
                visit.sign_in("dengji1")
                answered = first_of(visit, "处理意见已送达")
                code = code_of(visit, answered)
            for width in SIZES:
                with Visit(chromium, url, width) as visit:
                    citizen(visit, answered, code)
                with Visit(chromium, url, width) as visit:
                    handler(visit, handling, signed)
                with Visit(chromium, url, width) as visit:
                    office(visit)


def copy(source: Path, target: Path) -> None:
    """The whole data folder; of a database in use, a state that holds together."""
    if not (source / DATABASE).exists():
        sys.exit(f"{source}中没有数据；请先运行 yifa demo，或者用 YIFA_HOME 指明载入了示范旗的目录。")
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(f"{DATABASE}*"))
    with sqlite3.connect(source / DATABASE) as old, sqlite3.connect(target / DATABASE) as new:
        old.backup(new)


@contextmanager
def serving(data: Path) -> Iterator[str]:
    """The production server on a free port, until it is no longer needed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("yifa")), "serve", "--port", str(port)]
    server = subprocess.Popen(command, env={**os.environ, "YIFA_HOME": str(data)}, stdout=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    """Until somebody listens there."""
    until = time.monotonic() + READY
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


class Visit:
    """One person at one width: opens pages and keeps a picture of each."""

    def __init__(self, browser: Browser, url: str, width: int) -> None:
        self.url, self.width = url, width
        self.context = browser.new_context(viewport={"width": width, "height": SIZES[width]}, locale="zh-CN")
        self.page = self.context.new_page()
        self.camera = self.context.new_cdp_session(self.page)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def open(self, address: str) -> Page:
        """Go there."""
        self.page.goto(self.url + address)
        return self.page

    def sign_in(self, account: str) -> Page:
        """As one of the demonstration's people; where others work, nobody has this password."""
        page = self.open("/desk/")
        page.get_by_label("账号").fill(account)
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        return page

    def take(self, name: str) -> None:
        """What the screen shows, as WebP: a tenth of the PNG."""
        self.page.wait_for_load_state()
        self.page.locator(":focus").evaluate_all("all => all.forEach(one => one.blur())")
        taken = self.camera.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
        (OUT / f"{name}-{self.width}.webp").write_bytes(base64.b64decode(taken["data"]))


def first_of(visit: Visit, stage: str) -> str:
    """The newest petition on the list that stands there."""
    return visit.open(f"/desk/petitions/?stage={quote(stage)}").locator("td a").first.inner_text()


def code_of(visit: Visit, number: str) -> str:
    """A new query code for it, given out at the counter."""
    page = visit.open(f"/desk/petitions/{number}/query-code/")
    page.get_by_label("我已当面核对身份证件").check()
    page.get_by_role("button", name="发放").click()
    return page.locator(".panel b").last.inner_text()


def citizen(visit: Visit, number: str, code: str) -> None:
    """首页, 先找途径, 提交信访, 查办理情况."""
    page = visit.open("/")
    visit.take("portal")

    visit.open("/path/")
    page.get_by_label("和用人单位有争议").check()
    page.get_by_role("button", name="下一步").click()
    page.get_by_label("确认劳动关系").check()
    page.get_by_role("button", name="下一步").click()
    page.get_by_label("您是哪一天知道").fill((date.today() - timedelta(days=300)).isoformat())  # noqa: DTZ011 - any day will do
    page.get_by_role("button", name="下一步").click()
    page.get_by_role("button", name="不记得，跳过").click()
    visit.take("path")

    visit.open("/file/")
    page.get_by_role("button", name="开始填写").click()
    page.get_by_label("请把事情说清楚").fill("去年秋天村里的排水渠塌了一段，今年六月两场大雨，水都进了院子。")
    page.get_by_role("button", name="下一步").click()
    page.get_by_label("您希望怎样解决？").fill("请把塌了的排水渠修好。")
    page.get_by_label("解决我（们）的事").check()
    visit.take("file")

    visit.open("/follow/")
    page.get_by_label("信访事项编号").fill(number)
    page.get_by_label("查询码").fill(code)
    page.get_by_role("button", name="查询").click()
    visit.take("follow")


def handler(visit: Visit, handling: str, signed: str) -> None:
    """今日, 信访事项, 办理, 文书."""
    page = visit.sign_in("rsj-chengban")
    visit.take("today")

    visit.open(f"/desk/petitions/{handling}/")
    visit.take("petition")

    page.get_by_role("link", name="延期").first.click()
    page.get_by_label("理由").fill("需要向异地用人单位调取工资账册。")
    page.get_by_role("button", name="看看办理后会怎样").click()
    visit.take("act")

    visit.open(f"/desk/petitions/{signed}/papers/")
    page.get_by_role("link", name="信访处理意见书").first.click()
    visit.take("paper")


def office(visit: Visit) -> None:
    """登记, 年度指标."""
    visit.sign_in("dengji1")
    visit.open("/desk/register/")
    visit.take("register")
    visit.open("/desk/year/2025/")
    visit.take("year")


if __name__ == "__main__":
    main()
