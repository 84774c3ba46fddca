// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node onnx.mjs STEM exact|codes: runs STEM.onnx on STEM.input and holds what comes out against
// STEM.logits, which our own passes made.
//
// exact: every logit to 1e-4 and the same predictions.
//
// codes: the graph quantizes inputs of layers. A sum may end in another last bit here than there,
// and where it lies half-way between two codes it takes the other one, after which everything
// differs. So each sequence must agree to 1e-4 with the same predictions, or have a first layer (in
// the order of the graph) at which codes differ, and each such value must be one that both passes
// put within 1e-3 steps of the middle between the two codes. A graph that rounds by another rule,
// or has another scale or zero point, fails: its codes differ away from there.
import {createRequire} from "node:module";
import {readFile} from "node:fs/promises";

const require = createRequire(process.cwd() + "/");
const ort = require("onnxruntime-node");
const [, , stem, kind] = process.argv;
const about = JSON.parse(await readFile(`${stem}.json`, "utf8"));
const tolerance = 1e-4;
const tie = 1e-3;

async function numbers(path, Type) {
    const bytes = await readFile(path);
    return new Type(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

function largest(values, from, count) {
    let best = 0;
    for (let i = 1; i < count; ++i) best = values[from + i] > values[from + best] ? i : best;
    return best;
}

/// To nearest, ties to even.
function rounded(x) {
    const floor = Math.floor(x), rest = x - floor;
    return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}

// Rewriting of graphs is off: it joins DequantizeLinear with products in other arithmetic.
async function run(path) {
    const session = await ort.InferenceSession.create(path, {graphOptimizationLevel: "disabled"});
    const input = await numbers(`${stem}.input`, about.type === "int64" ? BigInt64Array : Float32Array);
    return session.run({input: new ort.Tensor(about.type, input, about.shape)});
}

const ours = await numbers(`${stem}.logits`, Float32Array);
const theirs = (await run(`${stem}.onnx`)).logits.data;
if (theirs.length !== ours.length) {
    console.log(`${stem}.onnx: ${theirs.length} logits in place of ${ours.length}`);
    process.exit(1);
}

const sequences = about.shape[0], logits = ours.length / sequences;
let difference = 0, close = 0, same = 0;
const agrees = new Array(sequences).fill(true);
for (let i = 0; i < ours.length; ++i) {
    const own = Math.abs(ours[i] - theirs[i]);
    difference = Math.max(difference, Number.isNaN(own) ? Infinity : own);
    close += own <= tolerance;
    agrees[Math.floor(i / logits)] &&= own <= tolerance;
}
for (let from = 0; from < ours.length; from += about.outputs) {
    const alike = largest(ours, from, about.outputs) === largest(theirs, from, about.outputs);
    same += alike;
    agrees[Math.floor(from / logits)] &&= alike;
}
console.log(`${stem}.onnx: ${ours.length} logits, largest difference ${difference.toExponential(2)}, ` +
    `${close} within 1e-4, ${same} of ${ours.length / about.outputs} predictions the same`);
if (kind === "exact") process.exit(agrees.every(Boolean) ? 0 : 1);

const probes = about.probes ?? [];
if (probes.length === 0) {
    console.log("  no layer's codes can be looked at");
    process.exit(1);
}
const outputs = await run(`${stem}.probe.onnx`);
const first = new Array(sequences).fill(null);  // the layer at which a sequence's codes first differ
let compared = 0, flipped = 0, farthest = 0, wrong = 0;
for (const probe of probes) {
    const x = await numbers(probe.values, Float32Array);
    const y = outputs[probe.input].data, codes = outputs[probe.codes].data;
    if (x.length !== codes.length) {
        console.log(`  ${probe.site}: ${codes.length} codes in place of ${x.length}`);
        process.exit(1);
    }
    const each = x.length / sequences;
    for (let i = 0; i < x.length; ++i) {
        const sequence = Math.floor(i / each);
        if (first[sequence] !== null && first[sequence] !== probe.site) continue;
        ++compared;
        const steps = Math.fround(x[i] / probe.scale);
        const code = Math.min(Math.max(rounded(steps) + probe.zero, probe.least), probe.most);
        if (code === codes[i]) continue;
        first[sequence] = probe.site;
        ++flipped;
        // How far from the middle between two codes the farther of both is.
        const away = Math.max(...[steps, y[i] / probe.scale].map(s => Math.abs(s - Math.floor(s) - 0.5)));
        farthest = Math.max(farthest, away);
        wrong += !(away <= tie && Math.abs(code - codes[i]) === 1);
    }
}
const unexplained = agrees.filter((agree, sequence) => !agree && first[sequence] === null).length;
console.log(`  ${agrees.filter(Boolean).length} of ${sequences} sequences agree to 1e-4; of ${compared} codes ${flipped} differ ` +
    `where they do so first, at most ${farthest.toExponential(1)} steps from the middle between two; ` +
    `${unexplained} sequences differ for no such reason`);
process.exit(wrong === 0 && unexplained === 0 ? 0 : 1);
