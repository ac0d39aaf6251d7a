// Adds to a page what it can do without: every word stands in the page itself. ASCII only, because the page's policy names the hash of this text.
(function () {
'use strict';

var wide = window.matchMedia('(min-width: 70rem)');
var status = document.createElement('p');
status.className = 'unseen';
status.setAttribute('role', 'status');
document.querySelector('main').appendChild(status);

function all(selector, root) {
  return Array.prototype.slice.call((root || document).querySelectorAll(selector));
}

// Contents: open beside the text, closed above it.
all('nav details').forEach(function (contents) {
  function follow() { contents.open = wide.matches; }
  wide.addEventListener('change', follow);
  follow();
});

// Wide tables and charts take the keyboard's focus only where they scroll.
var sizes = new ResizeObserver(function (entries) {
  entries.forEach(function (entry) {
    var box = entry.target;
    var scrolls = box.scrollWidth > box.clientWidth + 1;
    box.setAttribute('role', scrolls ? 'region' : 'group');
    if (scrolls) { box.tabIndex = 0; } else { box.removeAttribute('tabindex'); }
  });
});
all('.table, .picture').forEach(function (box) { sizes.observe(box); });

// Sorting of tables.
var MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
var DATE = /^(?:(\d{1,2}) )?([A-Z][a-z]{2,8}) (\d{4})$/;
var NUMBER = /^[+\u2212\u00d7]?\d[\d,.]*(?:%|$| to )/;
var NUMBERS = /([+\u2212-]?)(\d[\d,]*(?:\.\d+)?)/g;
var ORDERS = {
  number: { first: 'descending', ascending: 'smallest first', descending: 'largest first' },
  date: { first: 'descending', ascending: 'oldest first', descending: 'newest first' },
  text: { first: 'ascending', ascending: 'A to Z', descending: 'Z to A' }
};
var words = new Intl.Collator('en-GB', { numeric: true });

function isWord(text) { return text !== '' && !/^\[[a-z]+\]$/.test(text); }

function textOf(row, column) {
  var first = row.cells[column].firstChild;
  return first && first.nodeType === Node.TEXT_NODE ? first.data.trim() : '';
}

function dateOf(text) {
  var parts = DATE.exec(text);
  var month = parts ? MONTHS.indexOf(parts[2].slice(0, 3).toLowerCase()) : -1;
  return month < 0 ? null : [Number(parts[3]), month, Number(parts[1] || 0)];
}

function numbersOf(text) {
  var numbers = [];
  text.replace(NUMBERS, function (whole, sign, digits) {
    numbers.push(Number(digits.replace(/,/g, '')) * (sign === '\u2212' || sign === '-' ? -1 : 1));
  });
  return numbers.length ? numbers : null;
}

function kindOf(header, texts) {
  if (texts.length && texts.every(dateOf)) { return 'date'; }
  if (header.classList.contains('n') || (texts.length && texts.every(NUMBER.test, NUMBER))) { return 'number'; }
  return 'text';
}

function valueOf(kind, text) {
  if (!isWord(text)) { return null; }
  return kind === 'text' ? text : kind === 'date' ? dateOf(text) : numbersOf(text);
}

function compareLists(a, b) {
  for (var i = 0; i < Math.min(a.length, b.length); i++) {
    if (a[i] !== b[i]) { return a[i] - b[i]; }
  }
  return a.length - b.length;
}

// Rows as a tree: what is part of a whole stands below it and moves with it.
function treeOf(rows) {
  var root = { depth: -1, parts: [] };
  var path = [root];
  rows.forEach(function (row) {
    var found = /\bd(\d)\b/.exec(row.cells[0].className);
    var node = { row: row, depth: found ? Number(found[1]) : 0, parts: [] };
    while (path[path.length - 1].depth >= node.depth) { path.pop(); }
    path[path.length - 1].parts.push(node);
    path.push(node);
  });
  return root;
}

// Statuses such as [c] come last in both directions; ties keep the order of the report.
function rowsInOrder(node, compare) {
  var rows = node.row ? [node.row] : [];
  node.parts.slice().sort(function (a, b) { return compare(a.row, b.row); }).forEach(function (part) {
    rows = rows.concat(rowsInOrder(part, compare));
  });
  return rows;
}

all('table.sortable').forEach(function (table) {
  var body = table.tBodies[0];
  var original = Array.prototype.slice.call(body.rows);
  var tree = treeOf(original);
  var headers = all('thead th', table);
  headers.forEach(function (header, column) {
    var button = document.createElement('button');
    button.type = 'button';
    // Browsers repeat a table's head on every sheet of paper, but not the buttons in it.
    header.dataset.name = header.textContent;
    while (header.firstChild) { button.appendChild(header.firstChild); }
    header.appendChild(button);
    button.addEventListener('click', function () {
      var kind = kindOf(header, original.map(function (row) { return textOf(row, column); }).filter(isWord));
      var order = ORDERS[kind];
      var second = order.first === 'ascending' ? 'descending' : 'ascending';
      var was = header.getAttribute('aria-sort');
      var now = was === order.first ? second : was === second ? '' : order.first;
      var sign = now === 'descending' ? -1 : 1;
      var rows = now === '' ? original : rowsInOrder(tree, function (a, b) {
        var left = valueOf(kind, textOf(a, column));
        var right = valueOf(kind, textOf(b, column));
        if (left === null || right === null) { return (left === null ? 1 : 0) - (right === null ? 1 : 0); }
        return sign * (kind === 'text' ? words.compare(left, right) : compareLists(left, right));
      });
      headers.forEach(function (other) { other.removeAttribute('aria-sort'); });
      if (now !== '') { header.setAttribute('aria-sort', now); }
      rows.forEach(function (row) { body.appendChild(row); });
      status.textContent = table.parentNode.getAttribute('aria-label')
          + (now === '' ? ': rows in the order of the report' : ' sorted by ' + button.textContent + ', ' + order[now]);
    });
  });
});

// The index narrows its list while one types.
all('.filter').forEach(function (filter) {
  var field = filter.querySelector('input');
  var found = filter.querySelector('.found');
  var groups = all('.group');
  var entries = all('.entry');
  filter.hidden = false;
  field.addEventListener('input', function () {
    var wanted = field.value.toLowerCase().split(/\s+/);
    var shown = 0;
    entries.forEach(function (entry) {
      var text = entry.dataset.words.toLowerCase();
      entry.hidden = !wanted.every(function (word) { return text.indexOf(word) >= 0; });
      shown += entry.hidden ? 0 : 1;
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector('.entry:not([hidden])'); });
    found.textContent = shown + ' of ' + entries.length + ' reports';
  });
});
})();
