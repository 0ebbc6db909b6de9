// Makes pages nicer: keeps drafts in this tab, sends once and safely, leaves quickly. Everything works without it.
(() => {
  "use strict";
  const OWNER = document.body.dataset.owner || ""; // whose drafts these are: a shared computer has many people in one tab
  const DRAFTS = "draft:";
  const MINE = `${DRAFTS}${OWNER}:`;
  const DRAFT_LASTS = 30 * 60 * 1000; // ms; as long as an idle sign-in on a shared device
  const SERVER_FAILED = 500, WRONG_FIELD = 422;
  const words = (document.getElementById("words") || document.body).dataset;
  const each = (root, selector, act) => {
    if (root.matches && root.matches(selector)) act(root);
    root.querySelectorAll(selector).forEach(act);
  };

  // Drafts: only in this tab's memory, only for half an hour, only for their owner, emptied on leaving.
  function readDraft(name) {
    const { text, at } = JSON.parse(sessionStorage.getItem(name) || '{"text": "", "at": 0}');
    return Date.now() - at < DRAFT_LASTS ? text : "";
  }

  function keepDraft(area) {
    const name = MINE + area.dataset.draft;
    if (!area.value) area.value = readDraft(name);
    area.addEventListener("input", () => {
      sessionStorage.setItem(name, JSON.stringify({ text: area.value, at: Date.now() }));
      grow(area);
    });
    grow(area);
  }

  function dropDrafts(form) {
    const names = [...form.querySelectorAll("[data-draft]")].map((area) => area.dataset.draft);
    [...names, form.dataset.drops].forEach((name) => sessionStorage.removeItem(MINE + name));
  }

  function dropDraftsOfOthers() {
    if (!OWNER) return;
    Object.keys(sessionStorage)
      .filter((name) => name.startsWith(DRAFTS) && !name.startsWith(MINE))
      .forEach((name) => sessionStorage.removeItem(name));
  }

  // What was being written goes along on a quick exit, comes back sealed, and is put back once its owner is here again.
  function withDrafts(data) {
    Object.keys(sessionStorage)
      .filter((name) => name.startsWith(MINE) && readDraft(name))
      .forEach((name) => data.append("draft", `${name.slice(MINE.length)}\n${readDraft(name)}`));
    return data;
  }

  function putBack(kept) {
    Object.entries(JSON.parse(kept)).forEach(([name, text]) => sessionStorage.setItem(MINE + name, JSON.stringify({ text, at: Date.now() })));
  }

  function grow(area) {
    if (CSS.supports("field-sizing", "content")) return;
    area.rows = Math.min(12, Math.max(Number(area.getAttribute("rows")) || 1, area.value.split("\n").length + Math.floor(area.value.length / 60)));
  }

  // Sending: one press, one message, whatever the network does.
  function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  }

  function busy(form, on) {
    each(form, "button", (button) => { button.disabled = on; });
    form.toggleAttribute("aria-busy", on);
  }

  const sendsSafely = (form) => form.matches("[data-send]") || (isPost(form) && form.querySelector("[data-draft]"));
  const isPost = (form) => (form.getAttribute("method") || "").toLowerCase() === "post";

  async function send(event) {
    const form = event.target;
    if (event.defaultPrevented || !sendsSafely(form)) return;
    event.preventDefault();
    if (form.hasAttribute("aria-busy")) return;
    const data = new FormData(form, event.submitter);
    const sent = [...form.querySelectorAll("textarea")].map((area) => [area, area.value]);
    busy(form, true); // a note of before stays until the answer is here: nothing moves under an impatient finger
    let leaving = false;
    try {
      const answer = await fetch(form.getAttribute("action") || location.href, { method: "POST", body: data, headers: { "HX-Request": "true" } });
      leaving = await received(form, answer, event.submitter, sent);
    } catch {
      unsent(form, event.submitter);
    }
    if (!leaving) busy(form, false);
  }

  // Says whether the browser is on its way to another page.
  async function received(form, answer, submitter, sent) {
    if (answer.status >= SERVER_FAILED) return unsent(form, submitter);
    if (answer.headers.has("HX-Redirect")) return go(location.pathname + location.search); // signed out meanwhile: the draft waits for its owner
    const news = new DOMParser().parseFromString(await answer.text(), "text/html");
    const into = form.dataset.into && document.querySelector(form.dataset.into);
    if (answer.redirected) dropDrafts(form);
    if (into && answer.ok && !isElsewhere(answer) && belongs(news, into)) return appended(form, into, news, sent);
    return showPage(news, answer);
  }

  const belongs = (news, into) => news.getElementById(into.id) || !news.querySelector("main");
  const isElsewhere = (answer) => answer.redirected && new URL(answer.url).pathname !== location.pathname;

  function go(url) {
    location.assign(url);
    return true;
  }

  function appended(form, into, news, sent) {
    removeNote(form);
    dropDrafts(form);
    append(into, news);
    renewForm(form, sent);
  }

  // What was typed on while the message was on its way is the beginning of the next one.
  function renewForm(form, sent) {
    const rests = sent.map(([area, text]) => [area, (area.value.startsWith(text) ? area.value.slice(text.length) : area.value).trimStart()]);
    form.reset();
    each(form, "[name=key]", (field) => { field.value = newKey(); });
    rests.forEach(([area, rest]) => {
      if (rest) area.value = rest;
      if (rest && area.dataset.draft) area.dispatchEvent(new Event("input", { bubbles: true }));
      grow(area);
      area.focus();
    });
  }

  // The answer is a page: the next step, or what is wrong in a field. It is shown as it came, not asked for twice.
  // Going back and forth fetches the page that was there: nothing is ever sent again by that.
  const address = location.pathname + location.search;
  let shown = false;

  function fetchAgain(event) {
    const other = shown || (event.state && event.state.shown) || location.pathname + location.search !== address;
    if (other && !location.hash) location.replace(location.href);
  }

  function showPage(news, answer) {
    const known = new Set([...document.scripts].map((script) => script.src));
    const foreign = [...news.scripts].some((script) => script.src && !known.has(script.src));
    if (answer.redirected && (foreign || !news.querySelector("main"))) return go(answer.url);
    const another = answer.redirected ? isElsewhere(answer) : answer.status !== WRONG_FIELD;
    if (another) history.pushState({ shown: true }, "", answer.redirected ? answer.url : location.href);
    shown = true;
    document.title = news.title;
    document.body.replaceWith(news.body);
    prepare(document);
    const wrong = document.querySelector("[aria-invalid=true], main [role=alert]");
    if (wrong) wrong.scrollIntoView({ block: "center" });
    else scrollTo(0, 0);
    return false;
  }

  function append(target, news) {
    const same = target.id && news.getElementById(target.id);
    if (same && same.dataset.state !== target.dataset.state) { location.reload(); return; }
    if (same) target.replaceChildren(...same.childNodes);
    else target.append(...news.body.childNodes);
    if (target.lastElementChild) target.lastElementChild.scrollIntoView({ block: "nearest" });
    document.querySelectorAll("main .btn.hand").forEach(uncover);
    target.dispatchEvent(new CustomEvent("renewed", { bubbles: true }));
  }

  function removeNote(form) {
    const note = form.querySelector(".unsent");
    if (note) note.remove();
  }

  function unsent(form, submitter) {
    removeNote(form);
    const note = document.createElement("div");
    note.className = "unsent";
    note.setAttribute("role", "alert");
    const said = document.createElement("p");
    said.textContent = form.dataset.unsent || words.unsent;
    const again = document.createElement("button");
    again.className = "btn small";
    again.type = "button";
    again.textContent = words.retry;
    again.addEventListener("click", () => form.requestSubmit(submitter || undefined));
    note.append(said, again);
    form.prepend(note);
  }

  // Plain forms: a second press while the first is on its way does nothing.
  function sendOnce(event) {
    const form = event.target;
    if (event.defaultPrevented || !isPost(form)) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => { delete form.dataset.sent; }, 5000); // an answer that is a file leaves this page standing
  }

  // Enter makes a new line on phones; on keyboards Ctrl and Enter send.
  function keys(event) {
    const area = event.target;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && area.form && area.matches("textarea")) area.form.requestSubmit();
  }

  // Leaving in a hurry: the screen empties first, everything else follows.
  async function leave(event, way) {
    event.preventDefault();
    document.body.hidden = true;
    document.title = " ";
    const neutral = way.getAttribute("href") || document.body.dataset.neutral || "/";
    if (way.tagName === "FORM") {
      const signOut = fetch(way.action, { method: "POST", body: withDrafts(new FormData(way)), keepalive: true, redirect: "manual" });
      await Promise.race([signOut.catch(() => {}), new Promise((done) => setTimeout(done, 800))]);
    }
    sessionStorage.clear();
    location.replace(neutral);
  }

  // Signing out by itself: said a minute before. Whoever writes or reads for long is here: the server is told now and then.
  function watchIdle(seconds) {
    const TELL_EVERY = 5 * 60 * 1000; // ms
    const otherTabs = window.BroadcastChannel ? new BroadcastChannel("here") : { postMessage() {} };
    let timer, out, toast, told = Date.now();
    const tell = () => {
      told = Date.now();
      otherTabs.postMessage("here");
      fetch(location.href, { method: "HEAD" }).catch(() => {}); // without HX-Request, which is a page that renews itself
    };
    const rest = () => {
      clearTimeout(timer);
      clearTimeout(out);
      if (toast) toast.remove();
      toast = undefined;
      timer = setTimeout(warn, (seconds - 60) * 1000);
    };
    const warn = () => {
      toast = document.createElement("div");
      toast.className = "toast";
      toast.setAttribute("role", "alert");
      const said = document.createElement("p");
      said.textContent = words.warning;
      const stay = document.createElement("button");
      stay.className = "btn small";
      stay.textContent = words.stay;
      stay.addEventListener("click", () => { tell(); rest(); });
      toast.append(said, stay);
      document.body.append(toast);
      out = setTimeout(() => { const form = document.querySelector("form[data-leave], form[data-sign-out]"); if (form) form.requestSubmit(); }, 60000);
    };
    const active = () => {
      if (toast) return;
      rest();
      if (Date.now() - told > TELL_EVERY) tell();
    };
    ["pointerdown", "keydown"].forEach((kind) => addEventListener(kind, active, { passive: true }));
    otherTabs.onmessage = rest; // a tab in the background signs nobody out who works in another
    otherTabs.postMessage("here");
    rest();
  }

  function copying(box) {
    const button = box.querySelector("button");
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(box.querySelector("code").textContent);
      button.querySelector("span").textContent = button.dataset.done;
    });
  }

  // A conversation opens at its newest words, unless something above them needs a hand first.
  function openAtEnd(part) {
    const last = part.querySelector(".msg:last-of-type");
    const urgent = document.querySelector("main .notice.hand");
    if (last && !urgent && !location.search && !location.hash) last.scrollIntoView({ block: "center" });
    document.querySelectorAll("main .btn.hand").forEach(uncover);
  }

  // The button that calls an adult never begins half under the writing box.
  function uncover(button) {
    const box = document.querySelector(".write");
    if (!box) return;
    const under = button.getBoundingClientRect().bottom - box.getBoundingClientRect().top;
    if (under > 0 && under < button.offsetHeight) scrollBy(0, under + 8);
  }

  // Who must not read: how many are chosen, said while the parts are folded, and a box that finds a name.
  function keepingAway(list) {
    const parts = [...list.querySelectorAll("details")];
    const box = list.querySelector("[data-find]");
    const count = () => [list, ...parts].forEach((part) => {
      const chosen = part.querySelectorAll("input:checked").length;
      const told = part.querySelector("summary [data-chosen]");
      told.textContent = chosen ? told.dataset.chosen.replace("#", chosen) : "";
    });
    const find = (wanted) => {
      parts.forEach((part) => {
        const cards = [...part.querySelectorAll("label")];
        cards.forEach((card) => { card.hidden = !card.textContent.toLowerCase().includes(wanted); });
        part.hidden = cards.every((card) => card.hidden);
        part.open = Boolean(wanted ? !part.hidden : part.querySelector("input:checked"));
      });
      box.lastElementChild.hidden = parts.some((part) => !part.hidden);
    };
    box.hidden = false;
    box.addEventListener("input", (event) => find(event.target.value.trim().toLowerCase()));
    box.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); }); // finds, never sends
    list.addEventListener("change", count);
    count();
  }

  function prepare(root) {
    each(root, "[data-draft]", keepDraft);
    each(root, "[data-copy]", copying);
    each(root, "[data-away]", keepingAway);
  }

  document.addEventListener("submit", (event) => { if (event.target.matches("[data-leave]")) leave(event, event.target); });
  document.addEventListener("submit", (event) => { if (event.target.matches("[data-sign-out]")) sessionStorage.clear(); });
  document.addEventListener("submit", send);
  document.addEventListener("submit", sendOnce);
  document.addEventListener("click", (event) => {
    const way = event.target.closest("a[data-leave]");
    if (way) leave(event, way);
  });
  document.addEventListener("keydown", keys);
  addEventListener("popstate", fetchAgain);
  addEventListener("pageshow", (event) => { if (event.persisted) each(document, "form[aria-busy]", (form) => busy(form, false)); });
  document.addEventListener("renewed", (event) => prepare(event.target));
  dropDraftsOfOthers();
  if (document.body.dataset.kept) putBack(document.body.dataset.kept);
  prepare(document);
  each(document, "[data-live-end]", openAtEnd);
  const idle = document.querySelector("[data-idle]");
  if (idle) watchIdle(Number(idle.dataset.idle));
})();
