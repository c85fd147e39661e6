#!/bin/sh
# Free look-alikes of 仿宋, 楷体, 黑体 and 小标宋 for the PDF papers: Fandol, out of Debian's texlive-lang-chinese, into .venv.
# Nothing is installed on the machine and no root is needed: the package (49 MB) is fetched, five files are taken out.
set -eu
target="${1:-.venv/share/yifa/fonts}"
[ -f "$target/FandolFang-Regular.otf" ] && exit 0
installed=/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
[ -f "$installed/FandolFang-Regular.otf" ] && exit 0
if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
    echo "没有找到 apt-get。请从 TeX Live 的 fandol 包取 FandolFang、FandolKai、FandolHei、FandolSong，放进 $target；没有也能制作文书，只是用宋体、黑体代替。" >&2
    exit 1
fi
aside=$(mktemp -d)
trap 'rm -rf "$aside"' EXIT
mkdir -p "$aside/lists/partial" "$aside/archives/partial" "$target"
chmod -R a+rX "$aside"
apt() { apt-get --quiet --quiet -o Dir::State::lists="$aside/lists" -o Dir::Cache="$aside" -o APT::Sandbox::User=root -o Debug::NoLocking=1 "$@"; }
apt update
(cd "$aside" && apt download texlive-lang-chinese)
dpkg-deb --fsys-tarfile "$aside"/texlive-lang-chinese_*.deb | tar -x -C "$aside" --wildcards \
    '*/fandol/FandolFang-Regular.otf' '*/fandol/FandolKai-Regular.otf' '*/fandol/FandolHei-Regular.otf' \
    '*/fandol/FandolSong-Regular.otf' '*/fandol/FandolSong-Bold.otf'
mv "$aside$installed"/Fandol*.otf "$target"/
echo "已取得仿宋、楷体、黑体、小标宋的替代字体：$target"
