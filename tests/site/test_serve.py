"""`yifa serve` on a port that is taken."""

import socket

from yifa.site.cli import main


def test_a_port_that_is_served_on_is_refused_though_it_could_be_shared(capsys):
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 2
    assert f"端口{port}已经有程序在用" in capsys.readouterr().err
