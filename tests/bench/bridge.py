"""bridge_vs_a2wsgi: requests a second of a2wsgi, as a share of our own bridge (decision: ours below 0.75)."""

from tests.bench.figures import say
from tests.live import bench_bridge


def main() -> None:
    figures = bench_bridge.compare_with_a2wsgi()
    light, busy = figures["light"], figures["busy"]
    note = f"light {light['own_per_s']:.0f} against {light['a2wsgi_per_s']:.0f}/s; 1 ms of work {busy['own_per_s']:.0f} against {busy['a2wsgi_per_s']:.0f}/s, ratio {busy['ratio']}"
    say(bridge_vs_a2wsgi=(light["ratio"], note))


if __name__ == "__main__":
    main()
