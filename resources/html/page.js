'use strict';
// The review page's behaviour. It reads the design from the page and changes nothing but what is shown.
(() => {
  const design = JSON.parse(document.getElementById('design').textContent);
  const texts = design.texts;
  const pane = document.getElementById('picture');
  const svg = pane.querySelector('svg');
  const panel = document.getElementById('panel');
  const search = document.getElementById('search');
  document.documentElement.classList.add('has-script');

  // --- the view: which part of the picture is shown -------------------------------------------------------------
  const whole = svg.viewBox.baseVal;
  const box = {x: whole.x, y: whole.y, width: whole.width, height: whole.height};
  const view = {x: box.x, y: box.y, scale: 1};
  svg.removeAttribute('width');
  svg.removeAttribute('height');

  const show = () => {
    const width = pane.clientWidth / view.scale, height = pane.clientHeight / view.scale;
    svg.setAttribute('viewBox', `${view.x} ${view.y} ${width} ${height}`);
  };
  const fit = () => {
    if (!pane.clientWidth || !pane.clientHeight) return;
    view.scale = Math.min(pane.clientWidth / box.width, pane.clientHeight / box.height);
    view.x = box.x + (box.width - pane.clientWidth / view.scale) / 2;
    view.y = box.y + (box.height - pane.clientHeight / view.scale) / 2;
    show();
  };
  /** Zooms so that the point of the pane stays where it is. */
  const zoom = (factor, x = pane.clientWidth / 2, y = pane.clientHeight / 2) => {
    const scale = Math.min(8, Math.max(0.02, view.scale * factor));
    view.x += x / view.scale - x / scale;
    view.y += y / view.scale - y / scale;
    view.scale = scale;
    show();
  };
  const pan = (dx, dy) => {
    view.x -= dx / view.scale;
    view.y -= dy / view.scale;
    show();
  };
  /** Brings a thing into sight, without moving when it is there already. */
  const reveal = (rect) => {
    const width = pane.clientWidth / view.scale, height = pane.clientHeight / view.scale;
    const isSeen = rect.x >= view.x && rect.y >= view.y && rect.x + rect.width <= view.x + width &&
      rect.y + rect.height <= view.y + height;
    if (isSeen) return;
    view.scale = Math.min(view.scale, pane.clientWidth / (rect.width + 80), pane.clientHeight / (rect.height + 80));
    view.x = rect.x + rect.width / 2 - pane.clientWidth / view.scale / 2;
    view.y = rect.y + rect.height / 2 - pane.clientHeight / view.scale / 2;
    show();
  };

  // --- what is lit ------------------------------------------------------------------------------------------------
  const partsOf = (id) => svg.querySelectorAll(`[data-id="${CSS.escape(id)}"]`);
  const areaOf = (ids) => {
    let area = null;
    for (const id of ids) for (const part of partsOf(id)) {
      const b = part.getBBox();
      if (!b.width && !b.height) continue;
      const right = Math.max(area ? area.x + area.width : -Infinity, b.x + b.width);
      const bottom = Math.max(area ? area.y + area.height : -Infinity, b.y + b.height);
      const x = Math.min(area ? area.x : Infinity, b.x), y = Math.min(area ? area.y : Infinity, b.y);
      area = {x, y, width: right - x, height: bottom - y};
    }
    return area;
  };
  const darken = () => {
    svg.classList.remove('is-lit-mode');
    for (const part of svg.querySelectorAll('.is-lit')) part.classList.remove('is-lit');
    for (const mark of svg.querySelectorAll('.mark')) mark.remove();
  };
  const ring = (id) => {
    const area = areaOf([id]);
    if (!area) return;
    const mark = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    mark.setAttribute('class', 'mark');
    mark.setAttribute('x', area.x - 5);
    mark.setAttribute('y', area.y - 5);
    mark.setAttribute('width', area.width + 10);
    mark.setAttribute('height', area.height + 10);
    mark.setAttribute('rx', 8);
    svg.append(mark);
  };
  const light = (ids) => {
    darken();
    svg.classList.add('is-lit-mode');
    for (const id of ids) for (const part of partsOf(id)) part.classList.add('is-lit');
    const area = areaOf(ids);
    if (area) reveal(area);
  };
  const containersOf = (id) => {
    const chain = [];
    for (let at = design.blocks[id]; at && design.blocks[at.parent]; at = design.blocks[at.parent]) chain.push(at.parent);
    return chain;
  };

  // --- the panel --------------------------------------------------------------------------------------------------
  const element = (name, content = '', properties = {}) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...[content].flat());
    return made;
  };
  const list = (items) => element('ul', items.map((item) => element('li', item)));
  const blockButton = (id, note = '') => {
    const block = design.blocks[id];
    const label = block ? block.name : id;
    return element('button', note ? `${label} · ${note}` : label, {onclick: () => select(id)});
  };
  const findingButton = (finding) => element('button', [
    element('span', {error: '✕', warning: '▲', info: 'ⓘ'}[finding.severity], {className: `severity ${finding.severity}`}),
    finding.message,
  ], {onclick: () => showFinding(finding)});

  let timer = null;
  const stop = () => { clearInterval(timer); timer = null; };

  const overview = () => {
    stop();
    darken();
    const parts = [];
    design.flows.forEach((flow) => parts.push(element('button', flow.title, {onclick: () => showFlow(flow)})));
    panel.replaceChildren(
      ...(parts.length ? [element('h2', texts.flows), list(parts)] : []),
      element('h2', texts.findings),
      design.findings.length ? list(design.findings.map(findingButton)) : element('p', texts['no-findings'], {className: 'why'}));
  };
  const back = () => element('p', element('button', `← ${texts.overview}`, {onclick: overview}));

  const showFinding = (finding) => {
    stop();
    light([...finding.subjects, ...finding.witness]);
    finding.subjects.forEach(ring);
    panel.replaceChildren(back(), element('h2', finding.message), element('p', finding.why, {className: 'why'}),
      element('p', finding.advice), list(finding.subjects.filter((id) => design.blocks[id]).map((id) => blockButton(id))));
  };

  const showFlow = (flow) => {
    stop();
    let at = 0;
    const buttons = flow.steps.map((step, index) => element('button', [
      element('span', `${index + 1}`, {className: 'step'}), step.text,
    ], {onclick: () => { stop(); go(index); }}));
    const play = element('button', '▶', {title: texts.play, onclick: () => (timer ? pause() : start())});
    const go = (index) => {
      at = index;
      const lit = [flow.start];
      for (const step of flow.steps.slice(0, at + 1)) lit.push(...step.ids);
      light(lit);
      flow.steps[at].ids.filter((id) => design.blocks[id]).forEach(ring);
      buttons.forEach((button, i) => button.setAttribute('aria-current', i === at));
    };
    const pause = () => { stop(); play.textContent = '▶'; play.title = texts.play; };
    const start = () => {
      if (at === flow.steps.length - 1) go(0);
      play.textContent = '⏸';
      play.title = texts.pause;
      timer = setInterval(() => (at < flow.steps.length - 1 ? go(at + 1) : pause()), 1800);
    };
    panel.replaceChildren(back(), element('h2', flow.title),
      element('div', [
        element('button', '←', {title: texts.previous, onclick: () => { pause(); go(Math.max(0, at - 1)); }}), play,
        element('button', '→', {title: texts.next, onclick: () => { pause(); go(Math.min(flow.steps.length - 1, at + 1)); }}),
      ], {className: 'player'}),
      element('ol', buttons.map((button) => element('li', button))));
    go(0);
  };

  const neighbours = (id, end, other, title) => {
    const found = Object.values(design.connections).filter((c) => c[end] === id);
    return found.length ? [element('h2', title), list(found.map((c) => blockButton(c[other], c.text)))] : [];
  };

  const select = (id) => {
    const connection = design.connections[id];
    if (connection) {
      stop();
      light([id, connection.from, connection.to]);
      panel.replaceChildren(back(), element('h2', connection.text || '→'), list([blockButton(connection.from), blockButton(connection.to)]));
      return;
    }
    const block = design.blocks[id];
    if (!block) return;
    stop();
    darken();
    ring(id);
    const area = areaOf([id]);
    if (area) reveal(area);
    const findings = design.findings.filter((f) => f.subjects.includes(id));
    const chain = containersOf(id);
    panel.replaceChildren(back(), element('h2', block.name), element('p', block.kind, {className: 'kind'}),
      element('dl', block.details.flatMap(([title, value]) => [element('dt', title), element('dd', value)])),
      ...(findings.length ? [element('h2', texts.findings), list(findings.map(findingButton))] : []),
      ...neighbours(id, 'from', 'to', texts.calls), ...neighbours(id, 'to', 'from', texts['called-by']),
      ...(chain.length ? [element('h2', texts.inside), list(chain.map((each) => blockButton(each)))] : []));
  };

  // --- search -----------------------------------------------------------------------------------------------------
  const matches = (wanted) => Object.entries(design.blocks)
    .filter(([id, block]) => [id, block.name, block.kind].some((text) => text.toLowerCase().includes(wanted)))
    .map(([id]) => id);
  const find = () => {
    const wanted = search.value.trim().toLowerCase();
    if (!wanted) return overview();
    stop();
    const found = matches(wanted);
    if (found.length) light(found); else darken();
    panel.replaceChildren(back(), found.length ? list(found.map((id) => blockButton(id, design.blocks[id].kind)))
      : element('p', texts['nothing-found'], {className: 'why'}));
  };
  search.addEventListener('input', () => { openTab('picture'); find(); });
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { search.value = ''; overview(); }
    const first = event.key === 'Enter' && matches(search.value.trim().toLowerCase())[0];
    if (first) select(first);
  });

  // --- mouse, touch, keys -----------------------------------------------------------------------------------------
  const pointers = new Map();
  let hasMoved = false;
  const local = (event) => {
    const rect = pane.getBoundingClientRect();
    return {x: event.clientX - rect.left, y: event.clientY - rect.top};
  };
  pane.addEventListener('pointerdown', (event) => {
    pointers.set(event.pointerId, local(event));
    if (pointers.size === 1) hasMoved = false;
  });
  pane.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = local(event);
    if (!hasMoved && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
    hasMoved = true;
    pane.setPointerCapture(event.pointerId);
    pane.classList.add('is-panning');
    if (pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== event.pointerId)[1];
      const factor = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
      zoom(factor, (now.x + other.x) / 2, (now.y + other.y) / 2);
    } else {
      pan(now.x - before.x, now.y - before.y);
    }
    pointers.set(event.pointerId, now);
  });
  const release = (event) => {
    pointers.delete(event.pointerId);
    pane.classList.remove('is-panning');
  };
  pane.addEventListener('pointerup', release);
  pane.addEventListener('pointercancel', release);
  pane.addEventListener('click', (event) => {
    if (hasMoved) return;
    const part = event.target.closest('[data-id]');
    if (part) select(part.dataset.id); else overview();
  });
  pane.addEventListener('wheel', (event) => {
    event.preventDefault();
    const at = local(event);
    zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), at.x, at.y);
  }, {passive: false});
  const keys = {
    '+': () => zoom(1.25), '=': () => zoom(1.25), '-': () => zoom(0.8), '0': fit, Escape: overview,
    ArrowLeft: () => pan(60, 0), ArrowRight: () => pan(-60, 0), ArrowUp: () => pan(0, 60), ArrowDown: () => pan(0, -60),
  };
  pane.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target === search) return;
    event.preventDefault();
    search.focus();
  });

  // --- tabs, theme, paper -----------------------------------------------------------------------------------------
  const openTab = (name) => {
    for (const each of ['picture', 'document']) {
      document.getElementById(`${each}-tab`).hidden = each !== name;
      document.getElementById(`tab-${each}`).setAttribute('aria-selected', each === name);
    }
    if (name === 'picture') show();
  };
  for (const name of ['picture', 'document'])
    document.getElementById(`tab-${name}`).addEventListener('click', () => openTab(name));

  // What follows the system's colours is a media rule; to hold one theme, those rules always or never apply.
  const darkRules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule.media && rule.media.mediaText.includes('prefers-color-scheme'));
  const setDark = (isDark) => {
    for (const rule of darkRules) rule.media.mediaText = isDark ? 'all' : 'not all';
    document.documentElement.style.colorScheme = isDark ? 'dark' : 'light';
  };
  let isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.getElementById('theme').addEventListener('click', () => setDark(isDark = !isDark));
  document.getElementById('zoom-in').addEventListener('click', () => zoom(1.25));
  document.getElementById('zoom-out').addEventListener('click', () => zoom(0.8));
  document.getElementById('fit').addEventListener('click', fit);
  document.getElementById('print').addEventListener('click', () => print());
  addEventListener('beforeprint', () => {
    setDark(false);
    svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
  });
  addEventListener('afterprint', () => { setDark(isDark); show(); });

  new ResizeObserver(() => show()).observe(pane);
  openTab('picture');
  fit();
  overview();
})();
