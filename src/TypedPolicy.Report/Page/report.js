'use strict';

// The report's page. Whatever it shows is made by text nodes and attributes of known names: nothing that a policy says is ever read as markup.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);

  // ---- Elements -----------------------------------------------------------------------------------------------------------------------

  const SVG = 'http://www.w3.org/2000/svg';

  function fill(element, attributes, children) {
    for (const [key, value] of Object.entries(attributes ?? {})) {
      if (typeof value === 'function') {
        element.addEventListener(key, value);
      } else if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(key, value === true ? '' : value);
      }
    }
    for (const child of children.flat(9)) {
      if (child !== null && child !== undefined && child !== false && child !== '') {
        element.append(child instanceof Node ? child : String(child));
      }
    }
    return element;
  }

  const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
  const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  // ---- The facts ----------------------------------------------------------------------------------------------------------------------

  const names = data.names.map(([name, flags, members, access, csharp, summary, place], id) =>
    ({ id, name, isAttribute: (flags & 1) !== 0, isOwn: (flags & 2) !== 0, isMadeUp: (flags & 4) !== 0, members, access, csharp: csharp ?? '', summary: summary ?? '', place: place ?? -1, attributes: [] }));
  for (const name of names) {
    if (name.isAttribute) {
      name.members.forEach(m => names[m].attributes.push(name.id));
    }
  }

  const permissions = data.permissions.map(([kind, list, uses, flow]) => ({ kind, list, uses, flow }));
  const conditions = data.conditions.map(([text, holds, booleans]) => ({ text, holds: holds === 1, booleans }));
  const places = data.places.map(([file, line, text]) => ({ file, line, text }));
  const domains = data.domains.map(([type, roles, permissive, reaches, counts, powers], place) =>
    ({ place, type, roles, isPermissive: permissive === 1, reaches, counts, powers: powers.map(([danger, by, condition, reason]) => ({ danger, by, condition, reason })), into: [], out: [], changes: [] }));
  const domainOf = new Map(domains.map(d => [d.type, d]));
  const transitions = data.transitions.map(([source, target, programs, dynamic, at]) => ({ source, target, programs: programs.map(([type, auto]) => ({ type, auto: auto === 1 })), isDynamic: dynamic === 1, places: at }));
  for (const transition of transitions) {
    domainOf.get(transition.source)?.out.push(transition);
    domainOf.get(transition.target)?.into.push(transition);
  }

  const labels = data.labels.map(([pattern, kind, type, own]) => ({ pattern, kind, type, isOwn: own === 1 }));
  const labelsOf = Map.groupBy ? Map.groupBy(labels, l => l.type) : labels.reduce((all, l) => all.set(l.type, [...(all.get(l.type) ?? []), l]), new Map());
  const portsOf = new Map();
  for (const [type, protocol, range] of data.ports) {
    portsOf.set(type, [...(portsOf.get(type) ?? []), { protocol, range }]);
  }

  const booleans = data.booleans.map(([name, flags, summary]) => ({ name, isOn: (flags & 1) !== 0, isOwn: (flags & 2) !== 0, summary }));
  const dangers = data.dangers.map(([rule, kinds, permission, why]) => ({ rule, kinds, permission, why }));
  // In place of the number of a reason.
  const NO_REASON = -1;
  const OF_BASE = -2;
  const reasons = data.justifications.map(([rule, subject, reason, place, title]) => ({ rule, subject, reason, place, title }));
  const changes = data.changes?.map(([text, sign, of, kind, target]) => ({ text, sign, names: of, kind, target }));
  for (const change of changes ?? []) {
    change.names.forEach(n => domainOf.get(n)?.changes.push(change));
  }

  const own = domains.filter(d => names[d.type].isOwn);
  const isWhole = data.base === '';

  const membersOf = id => names[id].isAttribute ? names[id].members : [id];
  const byName = (a, b) => a < b ? -1 : a > b ? 1 : 0;
  const plural = (count, one, many) => `${count.toLocaleString('en')} ${count === 1 ? one : many ?? one + 's'}`;

  // ---- Words --------------------------------------------------------------------------------------------------------------------------

  const WORDS = ['look', 'read', 'write', 'create', 'delete', 'execute', 'relabel', 'mount', 'listen', 'connect', 'signal', 'start or stop', 'use'];
  const CHANGING = 4 | 8 | 16 | 64 | 128;

  const SECTIONS = [
    ['files', 'Files and directories', 'What it may do with files, by path. A path that ends in … stands for all that is below it.'],
    ['network', 'Network', 'Ports, addresses and sockets.'],
    ['capabilities', 'Capabilities', 'Powers of root that it keeps when it runs as root.'],
    ['processes', 'Other processes and services', 'Signals, sockets of this machine, messages, descriptors.'],
    ['system', 'Kernel and everything else', 'The kernel, file systems, SELinux itself, user-space services.'],
  ];
  const FILES = new Set(['file', 'dir', 'lnk_file', 'chr_file', 'blk_file', 'sock_file', 'fifo_file', 'anon_inode']);
  const CAPABILITIES = new Set(['capability', 'capability2', 'cap_userns', 'cap2_userns']);
  const NETWORK = new Set(['node', 'netif', 'peer', 'packet', 'association', 'socket']);
  const PROCESSES = new Set(['process', 'process2', 'fd', 'unix_stream_socket', 'unix_dgram_socket', 'sem', 'msg', 'msgq', 'shm', 'ipc', 'key', 'dbus', 'service', 'system', 'context', 'passwd']);

  function sectionOf(kind) {
    return FILES.has(kind) ? 'files' : CAPABILITIES.has(kind) ? 'capabilities' : PROCESSES.has(kind) ? 'processes'
      : NETWORK.has(kind) || (kind.endsWith('_socket') && !kind.startsWith('netlink')) ? 'network' : 'system';
  }

  function words(uses) {
    const all = WORDS.filter((_, i) => (uses >> i & 1) !== 0);
    return all.length > 1 ? all.filter(w => w !== 'look') : all;
  }

  function can(uses) {
    return h('span', { class: 'can' }, words(uses).map((w, i) => [i > 0 && ', ', h('span', { class: ['write', 'create', 'delete', 'relabel', 'mount'].includes(w) ? 'strong' : null }, w)]));
  }

  // A pattern of file contexts as people write paths: it keeps what it means.
  function pretty(pattern) {
    return pattern.replace(/\(\/\.\*\)\?$/, '/…').replace(/\/\.\*$/, '/…').replace(/\/\.\+$/, '/…').replaceAll('\\.', '.').replaceAll('[^/]+', '*').replaceAll('[^/]*', '*').replaceAll('\\+', '+').replaceAll('\\-', '-');
  }

  const KINDS = { '--': 'file', '-d': 'directory', '-l': 'link', '-s': 'socket', '-p': 'pipe', '-c': 'character device', '-b': 'block device' };

  // ---- Access of a domain -------------------------------------------------------------------------------------------------------------

  const accessKnown = new Map();

  // What a domain may do by its own rules and those of its attributes: one entry for each target and section.
  function accessOf(type) {
    if (!accessKnown.has(type)) {
      const found = new Map();
      for (const by of [type, ...names[type].attributes]) {
        for (const row of names[by].access) {
          for (const set of row[2]) {
            const section = sectionOf(permissions[set].kind);
            const key = `${section} ${row[0]}`;
            if (!found.has(key)) {
              found.set(key, { section, target: row[0], uses: 0, always: false, conditions: new Set(), rules: [], isDirect: false });
            }
            const entry = found.get(key);
            entry.uses |= permissions[set].uses;
            entry.always ||= row[1] === 0;
            entry.isDirect ||= by === type;
            if (row[1] !== 0) {
              entry.conditions.add(row[1]);
            }
            entry.rules.push({ by, set, condition: row[1], places: row[3] ?? [] });
          }
        }
      }
      accessKnown.set(type, [...found.values()]);
    }
    return accessKnown.get(type);
  }

  function targetOf(entry, type) {
    return entry.target === type ? 'itself' : names[entry.target].name;
  }

  const pathsOf = id => membersOf(id).flatMap(m => labelsOf.get(m) ?? []);

  function bitsOf(domain) {
    return domains.filter((_, i) => (parseInt(domain.reaches[i >> 2], 16) >> (i & 3) & 1) !== 0);
  }

  // ---- Small parts --------------------------------------------------------------------------------------------------------------------

  const link = id => `#/${domainOf.has(id) ? 'domain' : 'name'}/${encodeURIComponent(names[id].name)}`;
  // A long path breaks behind a slash.
  const breakable = text => text.split(/(?<=\/)/).flatMap((part, i) => i === 0 ? [part] : [h('wbr'), part]);
  const nameLink = id => h('a', { href: link(id), class: 'name' }, names[id].name);
  const placeText = place => `${places[place].file}:${places[place].line}`;

  function listOf(ids, limit = 12) {
    const shown = h('ul', { class: 'list' }, ids.slice(0, limit).map(id => h('li', null, nameLink(id))));
    if (ids.length > limit) {
      const more = h('li', null, h('button', { class: 'bare', type: 'button', click: () => more.replaceWith(...ids.slice(limit).map(id => h('li', null, nameLink(id)))) }, `and ${ids.length - limit} more`));
      shown.append(more);
    }
    return shown;
  }

  function pathCell(entry, type) {
    const patterns = pathsOf(entry.target);
    const target = names[entry.target];
    const cell = h('td', null);
    const add = list => list.map(l => h('span', { class: 'path', title: l.pattern }, breakable(pretty(l.pattern)), KINDS[l.kind] && l.kind !== '--' && h('span', { class: 'more' }, ` (${KINDS[l.kind]})`)));
    if (patterns.length === 0) {
      cell.append(entry.target === type ? h('span', { class: 'more' }, 'its own entries in /proc')
        : domainOf.has(entry.target) ? h('span', { class: 'more' }, 'the entries of its processes in /proc') : h('span', { class: 'more' }, 'no path in the file contexts'));
    } else {
      cell.append(...add(patterns.slice(0, 3)));
      if (patterns.length > 3) {
        const more = h('button', { class: 'bare', type: 'button', click: () => more.replaceWith(...add(patterns.slice(3, 500))) }, `and ${(patterns.length - 3).toLocaleString('en')} more`);
        cell.append(more);
      }
    }
    return { cell, text: patterns.slice(0, 200).map(p => p.pattern).join(' ') + ' ' + target.name };
  }

  function targetCell(entry, type) {
    const target = names[entry.target];
    return h('td', null, entry.target === type ? h('span', { class: 'name' }, 'itself') : nameLink(entry.target), target.isAttribute && h('span', { class: 'more' }, ` ${plural(target.members.length, 'type')}`));
  }

  function portsText(id) {
    return membersOf(id).flatMap(m => (portsOf.get(m) ?? []).map(p => `${p.range}/${p.protocol}`));
  }

  function whenText(entry) {
    return entry.always ? '' : [...entry.conditions].map(c => conditions[c].text).sort(byName).join(' or ');
  }

  // The rules behind a row: CIL as it is linked, and the C# lines that it comes from.
  function proof(entry, columns) {
    const at = [...new Set(entry.rules.flatMap(r => r.places))].sort((a, b) => a - b);
    const rules = entry.rules.map(r => {
      const set = permissions[r.set];
      const text = `(allow ${names[r.by].name} ${r.by === entry.target ? 'self' : names[entry.target].name} (${set.kind} (${set.list.join(' ')})))`;
      return r.condition === 0 ? text : `${text}  ; if ${conditions[r.condition].text}`;
    });
    return h('tr', { class: 'proof' }, h('td', { colspan: columns },
      at.length > 0 && [h('h4', null, 'C#'), h('pre', null, at.map(p => `${placeText(p)}${places[p].text ? `   ${places[p].text}` : ''}`).join('\n'))],
      h('h4', null, 'CIL'), h('pre', null, [...new Set(rules)].join('\n'))));
  }

  function rulesCell(entry, columns) {
    let shown = null;
    const button = h('button', {
      class: 'bare', type: 'button', 'aria-expanded': 'false', 'aria-label': `Rules for ${names[entry.target].name}`,
      click: () => {
        if (shown) {
          shown.remove();
          shown = null;
        } else {
          shown = proof(entry, columns);
          button.closest('tr').after(shown);
        }
        button.setAttribute('aria-expanded', String(shown !== null));
      },
    }, 'rules');
    return h('td', null, button);
  }

  // A region that can be scrolled must be reachable by keyboard.
  const scroll = (label, table) => h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': label }, table);

  // ---- Drawings -----------------------------------------------------------------------------------------------------------------------

  const CHARACTER = 7.3;
  const cut = (text, longest) => text.length <= longest ? text : text.slice(0, longest - 1) + '…';

  // A program by its path; one of a type that has many by the name of the type.
  function programText(transition, short) {
    if (transition.programs.length === 0) {
      return transition.isDynamic ? 'without a program' : '';
    }
    const automatic = transition.programs.filter(p => p.auto);
    const types = (automatic.length > 0 ? automatic : transition.programs).map(p => p.type);
    const paths = types.flatMap(t => (labelsOf.get(t) ?? []).map(l => pretty(l.pattern)));
    const and = (first, more) => more === 0 ? first : short ? `${first} +${more}` : `${first} and ${more} more`;
    return paths.length === 0 || paths.length > 12 ? and(names[types[0]].name, types.length - 1)
      : and(short ? cut(paths[0].replace(/\/…$/, '').replace(/^.*\//, ''), 18) : paths[0], paths.length - 1);
  }

  const isAutomatic = transition => transition.programs.some(p => p.auto);

  // A domain between those that start it and those that it starts.
  function neighbourhood(domain) {
    const LIMIT = 14;
    const column = (list, end) => {
      const shown = list.slice(0, list.length > LIMIT ? LIMIT - 1 : LIMIT).map(t => ({ id: t[end], by: programText(t), asked: !isAutomatic(t) }));
      return list.length > LIMIT ? [...shown, { id: null, by: '', text: `and ${list.length - LIMIT + 1} more`, asked: true }] : shown;
    };
    const automaticFirst = list => [...list].sort((a, b) => isAutomatic(b) - isAutomatic(a));
    const left = column(automaticFirst(domain.into), 'source');
    const right = column(automaticFirst(domain.out), 'target');
    const text = node => node.text ?? cut(names[node.id].name, 40);
    const width = nodes => Math.max(150, ...nodes.map(n => Math.max(text(n).length * CHARACTER, cut(n.by, 42).length * 6.7) + 26));
    const [rowHeight, boxHeight, gap, top] = [50, 40, 110, 34];
    const widths = [width(left), names[domain.type].name.length * 7.4 + 34, width(right)];
    const height = top + Math.max(1, left.length, right.length) * rowHeight + 8;
    const middle = top + (height - top) / 2 - 4;
    const starts = [4, 4 + widths[0] + gap, 4 + widths[0] + gap + widths[1] + gap];
    const at = (nodes, i) => middle - nodes.length * rowHeight / 2 + i * rowHeight + rowHeight / 2;
    const total = starts[2] + widths[2] + 4;
    const box = (x, y, w, node, here) => {
      const parts = [svg('rect', { x, y: y - boxHeight / 2, width: w, height: boxHeight, rx: 6 }),
        svg('text', { x: x + 12, y: node.by ? y - 3 : y + 4 }, text(node)),
        node.by && svg('text', { x: x + 12, y: y + 13, class: 'by' }, cut(node.by, 42))];
      const kind = `node${here ? ' here' : node.id !== null && names[node.id].isOwn && !isWhole ? ' own' : ''}`;
      return node.id === null || here ? svg('g', { class: kind }, parts) : svg('a', { href: link(node.id), class: kind }, svg('title', null, `${names[node.id].name}${node.by ? ` through ${node.by}` : ''}`), parts);
    };
    const edge = (x1, y1, x2, y2, asked) => svg('path', { class: asked ? 'edge asked' : 'edge', d: `M${x1} ${y1} C${x1 + 50} ${y1} ${x2 - 50} ${y2} ${x2} ${y2}`, 'marker-end': 'url(#tip)' });
    const drawing = svg('svg', { viewBox: `0 0 ${total} ${height}`, role: 'img', 'aria-label': `${names[domain.type].name}: started by ${domain.into.length} domains, starts ${domain.out.length}.` }, tip(),
      left.length > 0 && svg('text', { x: starts[0], y: 18, class: 'column-title' }, 'Started by'),
      right.length > 0 && svg('text', { x: starts[2], y: 18, class: 'column-title' }, 'Starts'),
      left.map((n, i) => edge(starts[0] + widths[0], at(left, i), starts[1], middle, n.asked)),
      right.map((n, i) => edge(starts[1] + widths[1], middle, starts[2], at(right, i), n.asked)),
      left.map((n, i) => box(starts[0], at(left, i), widths[0], n)),
      right.map((n, i) => box(starts[2], at(right, i), widths[2], n)),
      box(starts[1], middle, widths[1], { id: domain.type, by: '' }, true));
    drawing.style.maxWidth = `${Math.round(total)}px`;
    drawing.removeAttribute('role');
    drawing.setAttribute('role', 'group');
    return h('div', { class: 'drawing' }, drawing);
  }

  const tip = () => svg('defs', null, svg('marker', { id: 'tip', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto' }, svg('path', { class: 'tip', d: 'M0 0 L8 4 L0 8 z' })));

  // Domains that the same domains start, and that start the same, are drawn as one box where there are many.
  const FEW = 16;

  function graphOf(options, among, around) {
    const kept = (among ? [...among] : transitions).filter(t => (options.base || (names[t.source].isOwn && names[t.target].isOwn)) && (options.asked || isAutomatic(t)));
    const present = new Set(kept.flatMap(t => [t.source, t.target]));
    if (around !== undefined) {
      present.add(around);
    }
    const [into, out] = [new Map(), new Map()];
    for (const t of kept) {
      into.set(t.target, [...(into.get(t.target) ?? []), t.source]);
      out.set(t.source, [...(out.get(t.source) ?? []), t.target]);
    }
    const groups = new Map();
    for (const id of [...present].sort((a, b) => a - b)) {
      const key = present.size > (names[id].isOwn && !isWhole ? 3 * FEW : FEW) && id !== around ? `${names[id].isOwn} ${(into.get(id) ?? []).filter(o => o !== id).join()} > ${(out.get(id) ?? []).filter(o => o !== id).join()}` : String(id);
      groups.set(key, [...(groups.get(key) ?? []), id]);
    }
    const nodes = [...groups.values()].map((members, i) => ({ key: String(i), members }));
    const nodeOf = new Map(nodes.flatMap(n => n.members.map(m => [m, n])));
    const edges = new Map();
    for (const t of kept) {
      const [from, to] = [nodeOf.get(t.source), nodeOf.get(t.target)];
      const key = `${from.key} ${to.key}`;
      if (from !== to) {
        edges.set(key, { from, to, transitions: [...(edges.get(key)?.transitions ?? []), t] });
      }
    }
    return { nodes, edges: [...edges.values()], size: present.size };
  }

  // More than these a person does not read, and a browser takes minutes for.
  const MAX_BOXES = 500;
  const MAX_ARROWS = 4000;
  const isDrawable = graph => graph.nodes.length <= MAX_BOXES && graph.edges.length <= MAX_ARROWS;
  const tooMany = graph => h('p', { class: 'more' }, `${plural(graph.size, 'domain')} are too many to draw. The page of a domain lists those that start it and that it starts.`);

  function layOut(graph) {
    const few = graph.edges.length <= 40;
    const layout = new dagre.graphlib.Graph({ multigraph: false });
    layout.setGraph({ rankdir: 'LR', nodesep: graph.nodes.length > 60 ? 8 : 14, edgesep: 8, ranksep: few ? 22 : 70, marginx: 12, marginy: 12, ranker: graph.nodes.length > 150 ? 'longest-path' : 'network-simplex' });
    layout.setDefaultEdgeLabel(() => ({}));
    for (const node of graph.nodes) {
      node.lines = node.members.length === 1 ? [names[node.members[0]].name]
        : node.members.length <= 6 ? node.members.map(m => names[m].name)
          : [...node.members.slice(0, 4).map(m => names[m].name), `and ${node.members.length - 4} more`];
      layout.setNode(node.key, { width: Math.max(...node.lines.map(l => cut(l, 40).length)) * CHARACTER + 24, height: node.lines.length * 17 + 13 });
    }
    for (const edge of graph.edges) {
      edge.label = few ? cut(programText(edge.transitions[0], true), 30) : '';
      layout.setEdge(edge.from.key, edge.to.key, edge.label ? { label: edge.label, width: edge.label.length * 6.7 + 8, height: 16, labelpos: 'c' } : {});
    }
    dagre.layout(layout);
    for (const node of graph.nodes) {
      Object.assign(node, layout.node(node.key));
    }
    for (const edge of graph.edges) {
      Object.assign(edge, layout.edge(edge.from.key, edge.to.key));
    }
    const { width, height } = layout.graph();
    return { ...graph, width: Math.max(width, 200), height: Math.max(height, 80) };
  }

  function curve(points) {
    const last = points[points.length - 1];
    let path = `M${points[0].x} ${points[0].y}`;
    for (let i = 1; i < points.length - 1; i++) {
      const [a, b] = [points[i], points[i + 1]];
      path += ` Q${a.x} ${a.y} ${(a.x + b.x) / 2} ${(a.y + b.y) / 2}`;
    }
    return `${path} L${last.x} ${last.y}`;
  }

  function drawGraph(graph, around, isStill) {
    const warned = id => (domainOf.get(id)?.powers ?? []).some(p => p.reason === NO_REASON) && names[id].isOwn && !isWhole;
    const edges = graph.edges.map(e => {
      e.path = svg('path', { class: e.transitions.some(isAutomatic) ? 'edge' : 'edge asked', d: curve(e.points), 'marker-end': 'url(#tip)' });
      return e.path;
    });
    const labelled = graph.edges.filter(e => e.label).map(e => {
      e.text = svg('text', { class: 'edge-label', x: e.x, y: e.y + 4, 'text-anchor': 'middle' }, e.label);
      return e.text;
    });
    const nodes = graph.nodes.map(n => {
      const [x, y] = [n.x - n.width / 2, n.y - n.height / 2];
      const group = n.members.length > 1;
      const kind = `node${n.members[0] === around ? ' here' : names[n.members[0]].isOwn && !isWhole ? ' own' : ''}${n.members.some(warned) ? ' warned' : ''}`;
      const parts = [svg('title', null, group ? `${n.members.length} domains: ${n.members.map(m => names[m].name).join(', ')}` : `${names[n.members[0]].name}${names[n.members[0]].summary ? `: ${names[n.members[0]].summary}` : ''}`),
        svg('rect', { x, y, width: n.width, height: n.height, rx: 6 }),
        n.lines.map((line, i) => svg('text', { x: x + 12, y: y + 20 + i * 17, class: group && i === n.lines.length - 1 && n.members.length > 6 ? 'by' : null }, cut(line, 40)))];
      n.element = group ? svg('g', isStill ? { class: kind } : { class: kind, tabindex: '0', role: 'button', 'aria-label': n.lines.join(' ') }, parts) : svg('a', { class: kind, href: link(n.members[0]) }, parts);
      return n.element;
    });
    return svg('svg', { viewBox: `0 0 ${graph.width} ${graph.height}`, role: 'group', ...(isStill ? { 'aria-label': 'Graph of domains.' } : { tabindex: '0', 'aria-label': 'Graph of domains. Arrow keys move it, plus and minus zoom, 0 shows all.' }) }, tip(), edges, labelled, nodes);
  }

  // Zoom and moving, by wheel, drag, touch, buttons and keys.
  function makeMovable(drawing, width, height, first) {
    let view = { ...first };
    let moved = false;
    const set = next => {
      view = next;
      drawing.setAttribute('viewBox', `${view.x} ${view.y} ${view.w} ${view.h}`);
    };
    const zoom = (factor, x = view.x + view.w / 2, y = view.y + view.h / 2) => {
      const w = Math.min(Math.max(view.w * factor, 120), Math.max(width, height) * 4);
      const real = w / view.w;
      set({ x: x - (x - view.x) * real, y: y - (y - view.y) * real, w, h: view.h * real });
    };
    const point = event => {
      const box = drawing.getBoundingClientRect();
      const scale = Math.max(view.w / box.width, view.h / box.height);
      return { x: view.x + view.w / 2 + (event.clientX - box.left - box.width / 2) * scale, y: view.y + view.h / 2 + (event.clientY - box.top - box.height / 2) * scale, scale };
    };
    drawing.addEventListener('wheel', event => {
      event.preventDefault();
      const at = point(event);
      zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, at.x, at.y);
    }, { passive: false });
    const held = new Map();
    drawing.addEventListener('pointerdown', event => {
      held.set(event.pointerId, event);
      moved = false;
    });
    drawing.addEventListener('pointermove', event => {
      const before = held.get(event.pointerId);
      if (!before) {
        return;
      }
      if (held.size === 2) {
        const other = [...held.values()].find(e => e.pointerId !== event.pointerId);
        const span = e => Math.hypot(e.clientX - other.clientX, e.clientY - other.clientY);
        zoom(span(before) / Math.max(span(event), 1));
      } else {
        const { scale } = point(event);
        moved ||= Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) > 2;
        set({ ...view, x: view.x - (event.clientX - before.clientX) * scale, y: view.y - (event.clientY - before.clientY) * scale });
      }
      held.set(event.pointerId, event);
    });
    for (const end of ['pointerup', 'pointercancel', 'pointerleave']) {
      drawing.addEventListener(end, event => held.delete(event.pointerId));
    }
    drawing.addEventListener('click', event => moved && event.preventDefault(), true);
    drawing.addEventListener('dragstart', event => event.preventDefault());
    drawing.addEventListener('keydown', event => {
      const step = view.w / 8;
      const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
      if (move) {
        set({ ...view, x: view.x + move[0], y: view.y + move[1] });
      } else if (event.key === '+' || event.key === '=') {
        zoom(1 / 1.3);
      } else if (event.key === '-') {
        zoom(1.3);
      } else if (event.key === '0') {
        set({ x: 0, y: 0, w: width, h: height });
      } else {
        return;
      }
      event.preventDefault();
    });
    set(view);
    return { zoom, all: () => set({ x: 0, y: 0, w: width, h: height }), show: (x, y) => set({ ...view, x: x - view.w / 2, y: y - view.h / 2 }) };
  }

  // ---- Views --------------------------------------------------------------------------------------------------------------------------

  const shownReasons = power => power.reason >= 0 ? reasons[power.reason] : null;
  const dangerName = danger => `${danger.kinds.length === 1 ? danger.kinds[0] : danger.kinds[0] ?? 'file'} ${danger.permission}`;
  const unjustified = own.reduce((sum, d) => sum + d.powers.filter(p => p.reason === NO_REASON).length, 0);
  const allPowers = own.reduce((sum, d) => sum + d.powers.length, 0);

  // Ports of a few, the name of what stands for many; the kernel asks for the node as well, which says nothing.
  function portsFor(type, use) {
    return [...new Set(accessOf(type).filter(e => e.section === 'network' && e.rules.some(r => permissions[r.set].list.includes(use))).flatMap(e => {
      const protocols = e.rules.map(r => permissions[r.set]).filter(s => s.list.includes(use)).map(s => s.kind.replace('_socket', ''));
      const labelled = portsText(e.target);
      const ports = labelled.filter(p => protocols.includes(p.split('/')[1]));
      // A socket's own domain is no port.
      return labelled.length === 0 ? [names[e.target].isMadeUp ? 'other ports' : names[e.target].name].filter(n => n.includes('port')) : ports.length > 12 ? [`${names[e.target].isMadeUp ? 'many ports' : names[e.target].name} (${ports.length} ports)`] : ports;
    }))];
  }

  const listens = type => portsFor(type, 'name_bind');

  function overview() {
    const ownLabels = labels.filter(l => l.isOwn).length;
    const ownBooleans = booleans.filter(b => b.isOwn || isWhole);
    const permissive = own.filter(d => d.isPermissive);
    const entries = own.filter(d => d.into.some(t => !names[t.source].isOwn));
    const figure = (number, text, alert) => h('li', { class: alert ? 'alert' : null }, h('strong', null, number.toLocaleString('en')), h('span', null, text));
    return [
      h('h1', null, data.title),
      h('p', { class: 'lead' }, isWhole
        ? `A whole SELinux policy: ${plural(own.length, 'kind')} of process (domains) and ${plural(data.rules, 'rule')}. A process may do what is listed for its domain, and nothing else.`
        : `This policy confines ${plural(own.length, 'kind')} of process (domains), ${entries.length === 0 ? 'none of which is' : `${entries.length} of them`} started from outside the policy. A process may do what is listed for its domain, and nothing else. Linked with ${data.base}.`),
      h('ul', { class: 'figures' },
        figure(own.length, own.length === 1 ? 'domain' : 'domains'),
        figure(ownLabels, ownLabels === 1 ? 'path labelled' : 'paths labelled'),
        figure(ownBooleans.length, 'switches for the administrator'),
        figure(allPowers, 'dangerous powers', false),
        isWhole ? null : figure(unjustified, 'of them without a reason', unjustified > 0),
        permissive.length > 0 && figure(permissive.length, 'domains not enforced', true),
        changes && figure(changes.length, 'changes since the last release')),
      !isWhole && powersSection(),
      h('h2', { id: 'domains-table' }, 'Domains, and what each may reach'),
      domainTable(own),
      !isWhole && transitions.length > 0 && [h('h2', null, 'Who starts whom'), smallGraph()],
      ownBooleans.length > 0 && [h('h2', null, 'Switches for the administrator'), booleanTable(ownBooleans)],
      isWhole && [h('h2', null, 'Dangerous powers'), h('p', null, h('a', { href: '#/reasons' }, `All ${allPowers.toLocaleString('en')} by permission`))],
    ];
  }

  function domainTable(list) {
    const table = h('table', null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Domain'), h('th', { scope: 'col' }, 'Listens on'),
        h('th', { scope: 'col', class: 'number' }, 'Reads'), h('th', { scope: 'col', class: 'number' }, 'Changes'), h('th', { scope: 'col', class: 'number' }, 'Executes'), h('th', { scope: 'col' }, 'Dangerous'))));
    const body = h('tbody');
    table.append(body);
    const row = d => {
      const ports = listens(d.type);
      const bad = d.powers.filter(p => p.reason === NO_REASON).length;
      return h('tr', null,
        h('td', null, nameLink(d.type), d.changes.length > 0 && [' ', h('span', { class: 'tag good' }, 'changed')], names[d.type].summary && h('div', { class: 'more' }, names[d.type].summary),
          h('div', { class: 'more' }, d.into.length === 0 ? 'Started by nothing' : ['Started by ', d.into.slice(0, 3).map((t, i) => [i > 0 && ', ', nameLink(t.source)]), d.into.length > 3 && ` and ${d.into.length - 3} more`])),
        h('td', null, ports.length > 6 ? `${ports.slice(0, 5).join(', ')} and ${ports.length - 5} more` : ports.join(', ')),
        d.counts.map(c => h('td', { class: 'number' }, c)),
        h('td', null, h('div', { class: 'tags' }, d.isPermissive && h('span', { class: 'tag warn' }, 'not enforced'),
          d.powers.length > 0 && h('span', { class: bad > 0 && !isWhole ? 'tag warn' : 'tag plain' }, isWhole ? d.powers.length : bad === d.powers.length ? `${bad} without a reason` : bad > 0 ? `${d.powers.length}, ${bad} without a reason` : d.powers.some(p => p.reason === OF_BASE) ? `${d.powers.length}, none without a reason` : `${d.powers.length}, justified`))));
    };
    const LIMIT = 100;
    body.append(...list.slice(0, LIMIT).map(row));
    const more = list.length > LIMIT && h('p', null, h('button', { type: 'button', click: event => { body.append(...list.slice(LIMIT).map(row)); event.target.closest('p').remove(); } }, `Show all ${list.length}`));
    return [scroll('Domains', table), h('p', { class: 'legend' }, 'Reads, Changes, Executes: how many types of files. A type is a label; its paths are on the page of the domain.'), more];
  }

  function powersSection() {
    const rows = own.flatMap(d => d.powers.map(p => ({ d, p }))).sort((a, b) => (a.p.reason === NO_REASON ? 0 : 1) - (b.p.reason === NO_REASON ? 0 : 1));
    if (rows.length === 0) {
      return [h('h2', null, 'Dangerous powers'), h('p', null, 'None: no domain has a permission that the reviewer\'s list names.')];
    }
    return [
      h('h2', null, 'Dangerous powers, and why they are needed'),
      scroll('Dangerous powers', h('table', null,
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Domain'), h('th', { scope: 'col' }, 'Power'), h('th', { scope: 'col' }, 'The author’s reason'))),
        h('tbody', null, rows.map(({ d, p }) => h('tr', null,
          h('td', null, nameLink(d.type), p.by !== d.type && h('div', { class: 'more' }, 'as one of ', nameLink(p.by))),
          h('td', null, h('span', { class: 'name' }, dangerName(dangers[p.danger])), p.condition !== 0 && h('span', { class: 'more' }, ` if ${conditions[p.condition].text}`), h('div', { class: 'more' }, `This ${dangers[p.danger].why}.`)),
          h('td', null, reasonOf(p))))))),
    ];
  }

  function reasonOf(power) {
    const reason = shownReasons(power);
    return reason ? h('div', { class: 'reason' }, reason.reason, reason.place >= 0 && h('div', { class: 'more name' }, placeText(reason.place)))
      : power.reason === OF_BASE ? h('div', null, 'The base policy gives it.')
      : h('div', { class: 'no-reason' }, isWhole ? 'Reasons are not part of this policy’s text.' : `No reason is given (${dangers[power.danger].rule}).`);
  }

  function booleanTable(list) {
    return scroll('Booleans', h('table', null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Boolean'), h('th', { scope: 'col' }, 'At first'), h('th', { scope: 'col' }, 'What it is for'))),
      h('tbody', null, list.map(b => h('tr', null, h('td', { class: 'name' }, b.name), h('td', null, b.isOn ? 'on' : 'off'), h('td', null, b.summary || h('span', { class: 'more' }, 'not documented')))))));
  }

  function smallGraph() {
    const found = graphOf({ base: true, asked: true });
    if (!isDrawable(found)) {
      return [tooMany(found), h('p', null, h('a', { href: '#/graph' }, 'Open them as a map'))];
    }
    const graph = layOut(found);
    const drawing = drawGraph(graph, undefined, true);
    drawing.style.maxWidth = `${Math.round(graph.width)}px`;
    return [h('div', { class: 'drawing' }, drawing), legend(), lonely(), h('p', null, h('a', { href: '#/graph' }, 'Open it to zoom, search and filter'))];
  }

  // What the drawing leaves out.
  function lonely() {
    const apart = own.filter(d => d.into.length + d.out.length === 0).map(d => d.type);
    return apart.length > 0 && h('p', { class: 'legend' }, 'Nothing starts these, and they start nothing: ', apart.map((id, i) => [i > 0 && ', ', nameLink(id)]));
  }

  const legend = () => h('p', { class: 'legend' }, isWhole ? 'A solid arrow: happens by itself when the program is executed. Dashed: the caller must ask for it. ' : 'Blue: domains of this policy. A solid arrow: happens by itself when the program is executed. Dashed: the caller must ask for it. A thick border: a dangerous power without a reason. ');

  // As many as one drawing of all shows so that a person reads it; of more there is a map, and a drawing around each.
  const DRAWN = 60;

  function graphView(argument) {
    const around = idByName.get(argument);
    if (domainOf.has(around)) {
      return graphPage(`Who starts whom, around ${names[around].name}`, around);
    }
    return graphOf({ base: true, asked: true }).size > DRAWN ? mapView() : graphPage('Who starts whom');
  }

  // Everything as a map: domains by those that start many.
  function mapView() {
    const MANY = 30;
    const automatic = transitions.filter(isAutomatic);
    const starts = new Map();
    automatic.forEach(t => starts.set(t.source, (starts.get(t.source) ?? 0) + 1));
    const areas = new Map();
    for (const domain of domains) {
      const by = [...new Set(domain.into.filter(isAutomatic).map(t => t.source).filter(s => starts.get(s) > MANY))].sort((a, b) => starts.get(b) - starts.get(a));
      areas.set(by.join(), { by, members: [...(areas.get(by.join())?.members ?? []), domain] });
    }
    const ordered = [...areas.values()].sort((a, b) => (a.by.length === 0) - (b.by.length === 0) || b.members.length - a.members.length);
    const chips = [];
    const holder = h('div', { class: 'map' }, ordered.map(area => h('section', { class: 'area' },
      h('h2', null, area.by.length === 0 ? 'Started by none of these' : ['Started by ', area.by.slice(0, 4).map((b, i) => [i > 0 && ', ', nameLink(b)]), area.by.length > 4 && ` and ${area.by.length - 4} more`], h('span', { class: 'count' }, `  ${area.members.length}`)),
      h('ul', { class: 'chips' }, area.members.map(d => {
        const chip = h('li', null, h('a', { href: `#/graph/${encodeURIComponent(names[d.type].name)}`, class: 'name' }, names[d.type].name), (starts.get(d.type) ?? 0) > 0 && h('span', { class: 'count', title: `starts ${starts.get(d.type)}` }, ` ${starts.get(d.type)}`));
        chips.push({ chip, area, text: names[d.type].name.toLowerCase() });
        return chip;
      })))));
    const count = h('span', { class: 'count', role: 'status' }, plural(chips.length, 'domain'));
    const filter = event => {
      const wanted = event.target.value.trim().toLowerCase();
      let shown = 0;
      for (const { chip, text } of chips) {
        chip.hidden = !text.includes(wanted);
        shown += chip.hidden ? 0 : 1;
      }
      holder.querySelectorAll('.area').forEach(a => { a.hidden = !a.querySelector('li:not([hidden])'); });
      count.textContent = plural(shown, 'domain');
    };
    return [
      h('h1', null, 'Who starts whom'),
      h('p', { class: 'sub' }, `A map of ${plural(domains.length, 'domain')}, by the domains that start more than ${MANY} others. The number behind a name is how many that domain starts itself. Follow a name to a drawing of what is around it.`),
      h('div', { class: 'filter' }, h('input', { type: 'search', placeholder: 'Filter', 'aria-label': 'Filter the map', input: filter }), count),
      holder,
    ];
  }

  // The domains that lead to one in some steps, and those that it leads to.
  function near(id, steps, options) {
    const kept = new Set();
    const seen = new Set([id]);
    for (const [list, end] of [['into', 'source'], ['out', 'target']]) {
      let open = [id];
      for (let step = 0; step < steps && seen.size < 220; step++) {
        const next = [];
        for (const t of open.flatMap(o => domainOf.get(o)?.[list] ?? []).filter(t => options.asked || isAutomatic(t))) {
          kept.add(t);
          if (!seen.has(t[end])) {
            seen.add(t[end]);
            next.push(t[end]);
          }
        }
        open = next;
      }
    }
    return kept;
  }

  function graphPage(title, around) {
    const options = { base: true, asked: !isWhole, steps: 1 };
    const holder = h('div', null);
    const found = h('input', { type: 'search', id: 'graph-find', placeholder: 'Find in the graph', autocomplete: 'off', spellcheck: 'false' });
    let current = null;
    let movable = null;
    const members = h('div', null);

    function light(nodes) {
      const beside = new Set(nodes);
      for (const e of current.edges) {
        const lit = nodes.size > 0 && (nodes.has(e.from) || nodes.has(e.to));
        e.path.classList.toggle('lit', lit);
        e.path.classList.toggle('faded', nodes.size > 0 && !lit);
        e.text?.classList.toggle('faded', nodes.size > 0 && !lit);
        if (lit) {
          beside.add(e.from).add(e.to);
        }
      }
      current.nodes.forEach(n => n.element.classList.toggle('faded', nodes.size > 0 && !beside.has(n)));
    }

    function search() {
      const wanted = found.value.trim().toLowerCase();
      const hits = wanted === '' ? [] : current.nodes.filter(n => n.members.some(m => names[m].name.toLowerCase().includes(wanted)));
      light(new Set(hits));
      if (hits.length > 0) {
        movable.show(hits[0].x, hits[0].y);
        say(`${plural(hits.length, 'box', 'boxes')} found.`);
      }
    }

    function draw() {
      const kept = graphOf(options, around === undefined ? null : near(around, options.steps, options), around);
      members.replaceChildren();
      if (!isDrawable(kept)) {
        [current, movable] = [{ nodes: [], edges: [] }, null];
        holder.replaceChildren(tooMany(kept));
        return;
      }
      current = layOut(kept);
      const drawing = drawGraph(current, around);
      holder.replaceChildren(h('div', { class: 'drawing large' }, drawing));
      const box = holder.getBoundingClientRect();
      const shape = Math.max(box.width, 300) / 620;
      drawing.style.height = `${Math.round(Math.min(760, Math.max(300, current.height * box.width / current.width)))}px`;
      const here = current.nodes.find(n => n.members.includes(around));
      // All of it where its text stays large enough to read; else a part.
      const fits = (current.width <= box.width * 1.6 || current.nodes.length <= 12) && current.height <= 900;
      movable = makeMovable(drawing, current.width, current.height, fits ? { x: 0, y: 0, w: current.width, h: current.height }
        : { x: here ? here.x - 620 * shape / 2 : 0, y: (here ? here.y : current.height / 2) - 310, w: 620 * shape, h: 620 });
      for (const node of current.nodes) {
        node.element.addEventListener('pointerenter', () => found.value === '' && light(new Set([node])));
        node.element.addEventListener('pointerleave', () => found.value === '' && light(new Set()));
        if (node.members.length > 1) {
          const show = () => {
            members.replaceChildren(h('h2', null, `${node.members.length} domains that the same domains start`), listOf(node.members, 400));
            members.scrollIntoView({ block: 'nearest' });
          };
          node.element.addEventListener('click', show);
          node.element.addEventListener('keydown', event => event.key === 'Enter' && show());
        }
      }
      if (found.value !== '') {
        search();
      }
    }

    found.addEventListener('input', search);
    const check = (key, text) => h('label', null, h('input', { type: 'checkbox', checked: options[key], change: event => { options[key] = event.target.checked; draw(); } }), text);
    queueMicrotask(draw);
    return [
      around !== undefined && h('p', { class: 'crumb' }, h('a', { href: '#/graph' }, 'Who starts whom')),
      h('h1', null, title),
      h('p', { class: 'sub' }, 'An arrow leads from a domain to one that it starts, through the program that is written on it. Follow a box to its page.'),
      h('div', { class: 'filter' }, h('label', { for: 'graph-find', class: 'visually-hidden' }, 'Find in the graph'), found,
        around !== undefined && h('label', null, 'Steps ', h('select', { change: event => { options.steps = Number(event.target.value); draw(); } }, [1, 2, 3].map(n => h('option', { value: n }, n)))),
        !isWhole && check('base', 'Domains of the base policy'), check('asked', 'Also when the caller must ask'),
        h('button', { type: 'button', click: () => movable?.zoom(1 / 1.4) }, 'Larger'), h('button', { type: 'button', click: () => movable?.zoom(1.4) }, 'Smaller'), h('button', { type: 'button', click: () => movable?.all() }, 'Show all')),
      holder, legend(), around === undefined && lonely(), members,
    ];
  }

  function accessTable(section, entries, type) {
    const isFiles = section === 'files';
    const heads = isFiles ? ['Path', 'Type', 'May', 'If', 'Proof'] : ['On', section === 'network' ? 'Ports' : 'Class', 'May', 'If', 'Proof'];
    const body = h('tbody');
    const rows = entries.map(entry => {
      const first = isFiles ? pathCell(entry, type) : { text: targetOf(entry, type) };
      const used = [...new Set(entry.rules.map(r => permissions[r.set].kind))];
      const listed = [...new Set(entry.rules.flatMap(r => permissions[r.set].list))].sort(byName);
      const ports = section === 'network' ? portsText(entry.target) : [];
      const marks = changedEntry(entry, type);
      const cells = isFiles ? [first.cell, targetCell(entry, type)]
        : [targetCell(entry, type), h('td', null, section === 'network' ? (ports.length > 8 ? `${ports.slice(0, 7).join(', ')} and ${ports.length - 7} more` : ports.join(', ')) : h('span', { class: 'more name' }, used.join(', ')))];
      const may = section === 'capabilities' || (words(entry.uses).join() === 'use') ? h('span', { class: 'name' }, listed.join(', ')) : can(entry.uses);
      return {
        text: `${first.text} ${names[entry.target].name} ${words(entry.uses).join(' ')} ${ports.join(' ')} ${listed.join(' ')}`.toLowerCase(),
        isDirect: entry.isDirect || entry.rules.some(r => names[r.by].isOwn),
        make: () => h('tr', null, cells, h('td', null, may, marks), h('td', null, h('span', { class: 'name' }, whenText(entry))), rulesCell(entry, 5)),
      };
    });
    const LIMIT = 40;
    let [wanted, direct, all] = ['', false, false];
    const count = h('span', { class: 'count', role: 'status' });
    const more = h('p');
    const draw = () => {
      const kept = rows.filter(r => (!direct || r.isDirect) && (wanted === '' || r.text.includes(wanted)));
      body.replaceChildren(...kept.slice(0, all ? kept.length : LIMIT).map(r => r.make()));
      count.textContent = `${kept.length.toLocaleString('en')} of ${rows.length.toLocaleString('en')}`;
      more.replaceChildren(...(!all && kept.length > LIMIT ? [h('button', { type: 'button', click: () => { all = true; draw(); } }, `Show all ${kept.length.toLocaleString('en')}`)] : []));
    };
    draw();
    const label = SECTIONS.find(s => s[0] === section)[1];
    return [
      rows.length > 8 && h('div', { class: 'filter' },
        h('input', { type: 'search', placeholder: 'Filter', 'aria-label': `Filter ${label}`, input: event => { wanted = event.target.value.trim().toLowerCase(); draw(); } }),
        !isWhole && rows.some(r => !r.isDirect) && h('label', null, h('input', { type: 'checkbox', change: event => { direct = event.target.checked; draw(); } }), 'Only the rules of this policy'),
        count),
      scroll(label, h('table', null, h('thead', null, h('tr', null, heads.map(x => h('th', { scope: 'col' }, x)))), body)),
      more,
    ];
  }

  // What a change of access did to a row.
  function changedEntry(entry, type) {
    const domain = domainOf.get(type);
    if (!changes || !domain || domain.changes.length === 0) {
      return null;
    }
    const kinds = new Set(entry.rules.map(r => permissions[r.set].kind));
    const targets = new Set(membersOf(entry.target));
    const of = domain.changes.filter(c => c.kind && kinds.has(c.kind) && targets.has(c.target) && c.names[0] === type);
    return of.length === 0 ? null : [' ', h('span', { class: 'tag good', title: of.slice(0, 5).map(c => `${c.sign} ${c.text}`).join('\n') }, of.every(c => c.sign === '+') ? 'new' : 'changed')];
  }

  const RANK = e => (e.uses & 32 ? 0 : 0) - ((e.uses & CHANGING) ? 4 : 0) - ((e.uses & 32) ? 2 : 0) - ((e.uses & 2) ? 1 : 0);

  function domainView(domain) {
    const { type } = domain;
    const name = names[type];
    const access = accessOf(type);
    const listened = listens(type);
    const connects = portsFor(type, 'name_connect');
    const conditional = [...new Set(access.flatMap(e => [...e.conditions]).flatMap(c => conditions[c].booleans))].sort(byName);
    const sections = SECTIONS.map(([key, title, about]) => ({ key, title, about, entries: access.filter(e => e.section === key).sort((a, b) => (b.isDirect - a.isDirect) || RANK(a) - RANK(b) || byName(names[a.target].name, names[b.target].name)) })).filter(s => s.entries.length > 0);
    const reaches = bitsOf(domain);
    const reached = domains.filter(d => (parseInt(d.reaches[domain.place >> 2], 16) >> (domain.place & 3) & 1) !== 0);
    const limited = list => list.length > 12 ? `${list.slice(0, 11).join(', ')} and ${list.length - 11} more` : list.join(', ');
    return [
      h('p', { class: 'crumb' }, name.isOwn ? 'Domain' : 'Domain of the base policy'),
      h('h1', { class: 'name' }, name.name),
      name.summary && h('p', { class: 'lead' }, name.summary),
      h('div', { class: 'tags' }, domain.isPermissive && h('span', { class: 'tag warn' }, 'Not enforced: what it may not do is only logged'), domain.changes.length > 0 && h('span', { class: 'tag good' }, plural(domain.changes.length, 'change'))),
      !name.isOwn && h('p', { class: 'sub' }, 'Of this domain the report lists what it may do with the names of the policy, not what the base policy lets it do besides.'),
      h('dl', { class: 'facts' },
        name.csharp && [h('dt', null, 'C#'), h('dd', null, h('code', null, name.csharp), name.place >= 0 && h('span', { class: 'more name' }, `  ${placeText(name.place)}`))],
        h('dt', null, 'Runs as'), h('dd', null, domain.roles.length === 0 ? 'no role: it cannot run' : domain.roles.map((r, i) => [i > 0 && ', ', h('code', null, r)])),
        listened.length > 0 && [h('dt', null, 'Listens on'), h('dd', null, limited(listened))],
        connects.length > 0 && [h('dt', null, 'Connects to'), h('dd', null, limited(connects))],
        conditional.length > 0 && [h('dt', null, 'Booleans'), h('dd', null, limited(conditional))],
        name.attributes.length > 0 && [h('dt', null, 'One of'), h('dd', null, listOf(name.attributes.filter(a => !names[a].isMadeUp)))]),
      h('ul', { class: 'on-page', 'aria-label': 'On this page' }, sections.map(s => h('li', null, h('button', { class: 'bare', type: 'button', click: () => document.getElementById(`${s.key}-${type}`).scrollIntoView() }, s.title))),
        h('li', null, h('button', { class: 'bare', type: 'button', click: () => document.getElementById(`flow-${type}`).scrollIntoView() }, 'Information flow'))),
      (domain.into.length > 0 || domain.out.length > 0) && [h('h2', null, 'Starting and being started'), neighbourhood(domain), h('p', { class: 'legend' }, h('a', { href: `#/graph/${encodeURIComponent(name.name)}` }, 'More steps')), transitionProof(domain)],
      domain.powers.length > 0 && [h('h2', null, 'Dangerous powers'), scroll('Dangerous powers', h('table', null,
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Power'), h('th', { scope: 'col' }, 'What it means'), h('th', { scope: 'col' }, 'The author’s reason'))),
        h('tbody', null, domain.powers.map(p => h('tr', null, h('td', null, h('span', { class: 'name' }, dangerName(dangers[p.danger])), p.by !== type && h('div', { class: 'more' }, 'as one of ', nameLink(p.by))), h('td', null, `It ${dangers[p.danger].why}.`), h('td', null, reasonOf(p)))))))],
      sections.map(s => [h('h2', { id: `${s.key}-${type}` }, s.title), h('p', { class: 'sub' }, s.about), accessTable(s.key, s.entries, type)]),
      h('h2', { id: `flow-${type}` }, 'Information flow'),
      h('p', { class: 'sub' }, 'Domains that can learn what this one writes, and those that it can learn from, directly or through one object that one writes and the other reads.'),
      flowTable(domain, reaches, 'It can pass information to', true),
      flowTable(domain, reached, 'It can receive information from', false),
      domain.changes.length > 0 && [h('h2', null, 'Changes since the last release'), changeList(domain.changes)],
    ];
  }

  function transitionProof(domain) {
    const all = [...domain.into, ...domain.out].filter(t => t.places.length > 0);
    return all.length === 0 ? null : h('details', null, h('summary', null, 'C# of these transitions'),
      h('pre', null, all.map(t => `${names[t.source].name} → ${names[t.target].name}\n${t.places.map(p => `  ${placeText(p)}${places[p].text ? `   ${places[p].text}` : ''}`).join('\n')}`).join('\n')));
  }

  const flowKnown = new Map();

  // The types that a domain reads and writes, one by one.
  function flowOf(type) {
    if (!flowKnown.has(type)) {
      const sets = [new Set(), new Set()];
      for (const by of [type, ...names[type].attributes]) {
        for (const row of names[by].access) {
          const flow = row[2].reduce((all, p) => all | permissions[p].flow, 0);
          for (const member of flow === 0 ? [] : membersOf(row[0])) {
            if (flow & 1) {
              sets[0].add(member);
            }
            if (flow & 2) {
              sets[1].add(member);
            }
          }
        }
      }
      flowKnown.set(type, sets);
    }
    return flowKnown.get(type);
  }

  function through(from, to) {
    const [written, read] = [flowOf(from)[1], flowOf(to)[0]];
    return [written.has(to) && to, read.has(from) && from, ...[...written].filter(t => read.has(t) && t !== from && t !== to)].filter(t => t !== false);
  }

  function flowTable(domain, list, title, outward) {
    const ordered = [...list].sort((a, b) => (names[b.type].isOwn - names[a.type].isOwn) || a.place - b.place);
    if (list.length === 0) {
      return [h('h3', null, `${title} no other domain`)];
    }
    const LIMIT = 15;
    const body = h('tbody');
    const row = other => {
      const by = outward ? through(domain.type, other.type) : through(other.type, domain.type);
      return h('tr', null, h('td', null, nameLink(other.type)), h('td', null, by.length === 0 ? h('span', { class: 'more' }, 'rules of the base policy') : [by.slice(0, 4).map((t, i) => [i > 0 && ', ', t === other.type || t === domain.type ? 'directly' : nameLink(t)]), by.length > 4 && h('span', { class: 'more' }, ` and ${by.length - 4} more`)]));
    };
    body.append(...ordered.slice(0, LIMIT).map(row));
    return [h('h3', null, `${title} ${plural(list.length, 'domain')}`),
      scroll(title, h('table', null, h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Domain'), h('th', { scope: 'col' }, 'Through'))), body)),
      list.length > LIMIT && h('p', null, h('button', { type: 'button', click: event => { body.append(...ordered.slice(LIMIT).map(row)); event.target.closest('p').remove(); } }, `Show all ${list.length}`))];
  }

  // A type or attribute that is no domain: its paths and ports, and who may do what with it.
  function nameView(id) {
    const name = names[id];
    const related = new Set([id, ...(name.isAttribute ? name.members : name.attributes)]);
    const users = new Map();
    for (const other of names) {
      for (const row of other.access) {
        if (row[0] === id || (!name.isAttribute && related.has(row[0]))) {
          const uses = row[2].reduce((all, p) => all | permissions[p].uses, 0);
          const entry = users.get(other.id) ?? { target: id, by: other.id, uses: 0, rules: [] };
          entry.uses |= uses;
          entry.rules.push(...row[2].map(set => ({ by: other.id, set, condition: row[1], places: row[3] ?? [], to: row[0] })));
          users.set(other.id, entry);
        }
      }
    }
    const list = [...users.values()].sort((a, b) => (names[b.by].isOwn - names[a.by].isOwn) || byName(names[a.by].name, names[b.by].name));
    const patterns = pathsOf(id);
    const ports = portsText(id);
    return [
      h('p', { class: 'crumb' }, name.isAttribute ? 'Attribute: a name for several types' : 'Type: a label'),
      h('h1', { class: 'name' }, name.name),
      name.summary && h('p', { class: 'lead' }, name.summary),
      h('dl', { class: 'facts' },
        name.csharp && [h('dt', null, 'C#'), h('dd', null, h('code', null, name.csharp), name.place >= 0 && h('span', { class: 'more name' }, `  ${placeText(name.place)}`))],
        ports.length > 0 && [h('dt', null, 'Ports'), h('dd', null, ports.slice(0, 40).join(', '), ports.length > 40 && ` and ${ports.length - 40} more`)],
        name.isAttribute ? [h('dt', null, 'Its types'), h('dd', null, listOf(name.members, 40))] : name.attributes.length > 0 && [h('dt', null, 'One of'), h('dd', null, listOf(name.attributes.filter(a => !names[a].isMadeUp)))]),
      patterns.length > 0 && [h('h2', null, 'Paths'), h('div', null, patterns.slice(0, 200).map(l => h('span', { class: 'path', title: l.pattern }, breakable(pretty(l.pattern)), KINDS[l.kind] && h('span', { class: 'more' }, ` (${KINDS[l.kind]})`))), patterns.length > 200 && h('p', { class: 'more' }, `and ${patterns.length - 200} more`))],
      h('h2', null, 'Who may do what with it'),
      list.length === 0 ? h('p', null, 'No rule that this report lists.') : scroll('Who may do what with it', h('table', null,
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Who'), h('th', { scope: 'col' }, 'May'), h('th', { scope: 'col' }, 'Proof'))),
        h('tbody', null, list.slice(0, 400).map(e => h('tr', null, h('td', null, nameLink(e.by)), h('td', null, words(e.uses).join() === 'use' ? h('span', { class: 'name' }, [...new Set(e.rules.flatMap(r => permissions[r.set].list))].join(', ')) : can(e.uses)), rulesCell(e, 3)))))),
      name.access.length > 0 && [h('h2', null, name.isAttribute ? 'What its types may do' : 'What it may do'), ...attributeAccess(id)],
    ];
  }

  function attributeAccess(id) {
    const entries = new Map();
    for (const row of names[id].access) {
      for (const set of row[2]) {
        const key = `${sectionOf(permissions[set].kind)} ${row[0]}`;
        const entry = entries.get(key) ?? { section: key.split(' ')[0], target: row[0], uses: 0, always: false, conditions: new Set(), rules: [], isDirect: true };
        entry.uses |= permissions[set].uses;
        entry.always ||= row[1] === 0;
        if (row[1] !== 0) {
          entry.conditions.add(row[1]);
        }
        entry.rules.push({ by: id, set, condition: row[1], places: row[3] ?? [] });
        entries.set(key, entry);
      }
    }
    return SECTIONS.map(([key, title]) => {
      const list = [...entries.values()].filter(e => e.section === key).sort((a, b) => byName(names[a.target].name, names[b.target].name));
      return list.length > 0 && [h('h3', null, title), accessTable(key, list, id)];
    });
  }

  // The names in a path; a slash in parentheses separates none.
  function parts(path) {
    const found = [''];
    let depth = 0;
    for (const c of path) {
      depth += c === '(' || c === '[' ? 1 : c === ')' || c === ']' ? -1 : 0;
      if (c === '/' && depth === 0) {
        found.push('');
      } else {
        found[found.length - 1] += c;
      }
    }
    return found.filter(p => p !== '');
  }

  // The label map: patterns by their directories.
  function filesView() {
    let onlyOwn = !isWhole;
    const holder = h('div');
    const draw = () => {
      const root = { children: new Map(), labels: [] };
      for (const label of labels.filter(l => !onlyOwn || l.isOwn)) {
        let node = root;
        for (const part of parts(pretty(label.pattern))) {
          if (!node.children.has(part)) {
            node.children.set(part, { children: new Map(), labels: [] });
          }
          node = node.children.get(part);
        }
        node.labels.push(label);
      }
      const target = label => h('span', { class: 'to' }, label.type < 0 ? 'no label' : nameLink(label.type), KINDS[label.kind] && h('span', { class: 'more' }, ` ${KINDS[label.kind]}`));
      const size = node => node.labels.length + [...node.children.values()].reduce((sum, c) => sum + size(c), 0);
      const item = (part, node) => {
        // A directory with one thing in it is written with it.
        while (node.labels.length === 0 && node.children.size === 1) {
          const [[next, child]] = node.children;
          [part, node] = [`${part}/${next}`, child];
        }
        const name = [h('span', { class: 'name' }, part), node.labels.map(target)];
        if (node.children.size === 0) {
          return h('li', { class: 'leaf' }, name);
        }
        const list = h('ul');
        const fillList = () => list.childElementCount === 0 && list.append(...[...node.children].sort((a, b) => byName(a[0], b[0])).map(([p, c]) => item(p, c)));
        const details = h('details', { toggle: fillList }, h('summary', null, name, h('span', { class: 'count' }, ` ${size(node)}`)), list);
        if (onlyOwn && labels.length < 4000) {
          details.open = true;
          fillList();
        }
        return h('li', null, details);
      };
      holder.replaceChildren(h('ul', { class: 'tree' }, [...root.children].sort((a, b) => byName(a[0], b[0])).map(([p, c]) => item(`/${p}`, c))));
    };
    draw();
    return [
      h('h1', null, 'Labels of files'),
      h('p', { class: 'sub' }, 'Which type each path gets. What a domain may do with a file depends on the file’s type alone.'),
      !isWhole && h('div', { class: 'filter' }, h('label', null, h('input', { type: 'checkbox', checked: true, change: event => { onlyOwn = event.target.checked; draw(); } }), 'Only what this policy labels')),
      labels.length === 0 ? h('p', null, 'A kernel policy has no labels of files.') : holder,
    ];
  }

  function reasonsView() {
    const perDanger = dangers.map((danger, i) => ({ danger, domains: own.filter(d => d.powers.some(p => p.danger === i)) })).filter(x => x.domains.length > 0);
    return [
      h('h1', null, isWhole ? 'Dangerous powers' : 'Powers and reasons'),
      !isWhole && powersSection(),
      perDanger.length > 0 && [h('h2', null, 'By power'), scroll('By power', h('table', null,
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Power'), h('th', { scope: 'col' }, 'What it means'), h('th', { scope: 'col' }, 'Who has it'))),
        h('tbody', null, perDanger.map(({ danger, domains: having }) => h('tr', null, h('td', { class: 'name' }, dangerName(danger)), h('td', null, `It ${danger.why}.`), h('td', null, listOf(having.map(d => d.type), 8)))))))],
      reasons.length > 0 && [h('h2', null, 'Everything that the author justified'), scroll('Justifications', h('table', null,
        h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'On'), h('th', { scope: 'col' }, 'Rule'), h('th', { scope: 'col' }, 'Reason'))),
        h('tbody', null, reasons.map(r => {
          const on = names.findIndex(n => n.name === r.subject);
          return h('tr', null, h('td', null, on >= 0 ? nameLink(on) : h('span', { class: 'name' }, r.subject || 'the whole policy')), h('td', null, h('span', { class: 'name' }, r.rule), h('div', { class: 'more' }, r.title)), h('td', null, r.reason, r.place >= 0 && h('div', { class: 'more name' }, placeText(r.place))));
        }))))],
    ];
  }

  function changeList(list) {
    const LIMIT = 300;
    const row = c => h('tr', null, h('td', { class: 'sign' }, h('span', { class: `tag ${c.sign === '+' ? 'good' : c.sign === '-' ? 'gone' : 'plain'}` }, c.sign === '+' ? '+ new' : c.sign === '-' ? '− gone' : '± other')), h('td', { class: 'change' }, c.text));
    return [scroll('Changes', h('table', null, h('thead', null, h('tr', null, h('th', { scope: 'col' }, 'Change'), h('th', { scope: 'col' }, 'What'))), h('tbody', null, list.slice(0, LIMIT).map(row)))),
      list.length > LIMIT && h('p', { class: 'more' }, `and ${(list.length - LIMIT).toLocaleString('en')} more; typedpolicy diff lists all`)];
  }

  function changesView() {
    const loose = changes.filter(c => !c.names.some(n => domainOf.get(n) && names[n].isOwn));
    return [
      h('h1', null, 'Changes since the last release'),
      changes.length === 0 ? h('p', null, 'None: both mean the same.') : h('p', { class: 'sub' }, `${plural(changes.length, 'difference')} in meaning, however the rules are written.`),
      own.filter(d => d.changes.length > 0).map(d => [h('h2', null, nameLink(d.type)), changeList(d.changes)]),
      loose.length > 0 && [h('h2', null, 'Others'), changeList(loose)],
    ];
  }

  function findView(text) {
    const wanted = text.toLowerCase();
    const hits = names.filter(n => n.name.toLowerCase().includes(wanted) || n.csharp.toLowerCase().includes(wanted) || n.summary.toLowerCase().includes(wanted));
    hits.sort((a, b) => (domainOf.has(b.id) - domainOf.has(a.id)) || (b.isOwn - a.isOwn) || (a.name.toLowerCase().indexOf(wanted) - b.name.toLowerCase().indexOf(wanted)) || a.id - b.id);
    const patterns = labels.filter(l => pretty(l.pattern).toLowerCase().includes(wanted));
    const ports = data.ports.filter(([, protocol, range]) => `${range}/${protocol}`.includes(wanted) || (/^\d+$/.test(wanted) && range.includes('-') && Number(range.split('-')[0]) <= Number(wanted) && Number(wanted) <= Number(range.split('-')[1])));
    const LIMIT = 60;
    const rest = list => list.length > LIMIT && h('p', { class: 'more' }, `and ${list.length - LIMIT} more`);
    say(`${hits.length} names, ${patterns.length} paths, ${ports.length} ports found.`);
    return [
      h('h1', null, `“${text}”`),
      hits.length + patterns.length + ports.length === 0 && h('p', null, 'Nothing has that in its name, path or number.'),
      hits.length > 0 && [h('h2', null, plural(hits.length, 'name')), h('ul', { class: 'hits' }, hits.slice(0, LIMIT).map(n => h('li', null, nameLink(n.id), ' ', h('span', { class: 'more' }, domainOf.has(n.id) ? 'domain' : n.isAttribute ? 'attribute' : 'type'), n.summary && h('div', { class: 'more' }, n.summary)))), rest(hits)],
      patterns.length > 0 && [h('h2', null, plural(patterns.length, 'path')), h('ul', { class: 'hits' }, patterns.slice(0, LIMIT).map(l => h('li', null, h('span', { class: 'path' }, pretty(l.pattern)), l.type >= 0 && nameLink(l.type)))), rest(patterns)],
      ports.length > 0 && [h('h2', null, plural(ports.length, 'port')), h('ul', { class: 'hits' }, ports.slice(0, LIMIT).map(([type, protocol, range]) => h('li', null, h('span', { class: 'path' }, `${range}/${protocol}`), nameLink(type)))), rest(ports)],
    ];
  }

  // Everything on one page, for paper.
  function wholeView() {
    return [overview(), h('section', { class: 'whole' }, reasonsView()), own.slice(0, 60).map(d => h('section', { class: 'whole' }, domainView(d))), changes && h('section', { class: 'whole' }, changesView())];
  }

  // ---- Ways -----------------------------------------------------------------------------------------------------------------------------

  const main = document.getElementById('main');
  const find = document.getElementById('find');
  const say = text => { document.getElementById('said').textContent = text; };

  const VIEWS = [
    ['', 'Overview', overview],
    ['graph', 'Who starts whom', graphView],
    ['files', 'Labels of files', filesView, labels.filter(l => l.isOwn).length],
    ['reasons', isWhole ? 'Dangerous powers' : 'Powers and reasons', reasonsView, isWhole ? allPowers : null],
    ...(changes ? [['changes', 'Changes', changesView, changes.length]] : []),
    ...(own.length <= 60 ? [['all', 'All of it, for print', wholeView]] : []),
  ];

  const viewList = document.getElementById('views');
  const domainList = document.getElementById('domains');
  viewList.append(...VIEWS.map(([key, title, , count]) => h('li', null, h('a', { href: `#/${key}` }, h('span', null, title), count ? h('span', { class: 'count' }, count.toLocaleString('en')) : null))));
  domainList.append(...own.map(d => h('li', null, h('a', { href: link(d.type), title: names[d.type].name }, h('span', null, names[d.type].name), d.changes.length > 0 && h('span', { class: 'tag good' }, '±')))));
  document.getElementById('domains-title').append(` (${own.length.toLocaleString('en')})`);

  function decode(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  const idByName = new Map(names.map(n => [n.name, n.id]));
  let first = true;

  function show() {
    const hash = location.hash.replace(/^#\/?/, '');
    const [kind, ...rest] = hash.split('/');
    const argument = decode(rest.join('/'));
    const id = idByName.get(argument);
    let content = null;
    let title = '';
    if ((kind === 'domain' || kind === 'name') && id !== undefined) {
      content = domainOf.has(id) ? domainView(domainOf.get(id)) : nameView(id);
      title = argument;
    } else if (kind === 'find' && argument !== '') {
      content = findView(argument);
      title = argument;
    } else {
      const view = VIEWS.find(v => v[0] === kind) ?? VIEWS[0];
      content = view[2](argument);
      title = view[1];
    }
    main.replaceChildren(...content.flat(9).filter(c => c !== null && c !== undefined && c !== false && c !== ''));
    document.title = `${title} – ${data.title} – SELinux policy report`;
    for (const anchor of [...viewList.querySelectorAll('a'), ...domainList.querySelectorAll('a')]) {
      const isHere = anchor.getAttribute('href') === `#/${hash}` || (hash === '' && anchor.getAttribute('href') === '#/');
      anchor.toggleAttribute('aria-current', isHere);
      if (isHere) {
        anchor.setAttribute('aria-current', 'page');
        anchor.scrollIntoView({ block: 'nearest' });
      }
    }
    if (kind !== 'find' && find !== document.activeElement) {
      find.value = '';
    }
    if (!first && kind !== 'find') {
      window.scrollTo({ top: 0, behavior: 'instant' });
      main.focus({ preventScroll: true });
    }
    first = false;
  }

  let typed = 0;
  find.addEventListener('input', () => {
    clearTimeout(typed);
    typed = setTimeout(() => {
      const text = find.value.trim();
      history.replaceState(null, '', text === '' ? '#/' : `#/find/${encodeURIComponent(text)}`);
      show();
    }, 120);
  });
  document.addEventListener('keydown', event => {
    if (event.key === '/' && !/^(input|textarea)$/i.test(document.activeElement?.tagName ?? '')) {
      event.preventDefault();
      find.focus();
    }
  });
  document.querySelector('.skip').addEventListener('click', event => {
    event.preventDefault();
    main.focus();
  });
  window.addEventListener('hashchange', show);
  show();
})();
