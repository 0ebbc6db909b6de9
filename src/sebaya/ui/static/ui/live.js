// Listens for "something changed here" and fetches the changed parts of this page again, through the page's own address.
(() => {
  "use strict";
  const address = document.body.dataset.events;
  if (!address || !window.EventSource) return;

  const POLL_EVERY = 20000; // ms; after two failures the network cannot hold a stream open
  const GATHER = 150; // ms; the first change is fetched at once, those that follow closely become one fetch
  const FAILURES = 2;
  const GONE = 404;
  let stream, failures = 0, poll, timer;
  let everything = false, again = false;
  const changed = new Set();

  const concerned = (part) => part.id && (everything || part.dataset.live.split(" ").some((topic) => changed.has(topic)));
  const writingIn = (part) => part.contains(document.activeElement) && document.activeElement.matches("textarea, input, select");

  function later() {
    if (timer) { again = true; return; }
    renew();
    timer = setTimeout(() => {
      timer = undefined;
      if (again) { again = false; later(); }
    }, GATHER);
  }

  async function renew() {
    const parts = [...document.querySelectorAll("[data-live]")].filter(concerned);
    everything = false;
    changed.clear();
    const byAddress = Map.groupBy ? Map.groupBy(parts, from) : group(parts);
    await Promise.all([...byAddress].map(([url, wanted]) => fetchParts(url, wanted).catch(() => {})));
  }

  const from = (part) => part.dataset.liveUrl || location.pathname + location.search;

  function group(parts) {
    const groups = new Map();
    for (const part of parts) groups.set(from(part), [...(groups.get(from(part)) || []), part]);
    return groups;
  }

  async function fetchParts(url, parts) {
    const answer = await fetch(url, { headers: { "HX-Request": "true" } });
    if (answer.redirected || answer.status === GONE) return location.reload(); // not theirs to see any more
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of parts) {
      const news = fresh.getElementById(part.id);
      if (news && part.isConnected && !writingIn(part) && news.innerHTML !== part.innerHTML) replace(part, news);
    }
  }

  function replace(part, news) {
    if (part.dataset.state !== news.dataset.state) { location.reload(); return; } // another stage of the page, not only news
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 120;
    for (const { name, value } of [...news.attributes]) part.setAttribute(name, value);
    part.replaceChildren(...news.childNodes);
    part.dispatchEvent(new CustomEvent("renewed", { bubbles: true }));
    if (atEnd && "liveEnd" in part.dataset) scrollTo(0, document.documentElement.scrollHeight);
  }

  function open() {
    close();
    stream = new EventSource(address);
    stream.onopen = () => { failures = 0; };
    stream.addEventListener("changed", (event) => { changed.add(event.data); later(); });
    stream.addEventListener("refresh", refresh);
    stream.addEventListener("moved", () => { close(); startPolling(); });
    stream.onerror = failed;
  }

  function refresh() {
    everything = true;
    later();
  }

  function failed() {
    failures += 1;
    if (failures < FAILURES && stream.readyState !== EventSource.CLOSED) return;
    close();
    startPolling();
  }

  function startPolling() {
    let rounds = 0;
    poll = setInterval(() => {
      refresh();
      rounds += 1;
      if (rounds % 6 === 0) open(); // every two minutes: perhaps the network has recovered
    }, POLL_EVERY);
  }

  function close() {
    clearInterval(poll);
    if (stream) stream.close();
    stream = undefined;
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden && !document.documentElement.hasAttribute("data-rings")) close(); // a desk that may ring stays awake
    if (!document.hidden && !stream) { failures = 0; open(); }
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => { if (event.persisted) { open(); refresh(); } });
  open();
})();
