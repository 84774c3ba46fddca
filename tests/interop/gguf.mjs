// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// node gguf.mjs trained FILE STEM MOST: llama.cpp's logits of the sequences in STEM.input against
//     ours in STEM.logits, none further off than MOST (our GELU is exact, llama.cpp's is not).
// node gguf.mjs llama FILE FOLDER MOST: its logits of a text against the golden ones of FOLDER,
//     and the text's token ids against those of FOLDER: the vocabulary is right.
// node gguf.mjs loads FILE: it opens and continues a text.
import {createRequire} from "node:module";
import {readFile} from "node:fs/promises";
import {pathToFileURL} from "node:url";

const require = createRequire(process.cwd() + "/");
const {getLlama} = await import(pathToFileURL(require.resolve("node-llama-cpp")).href);
const [, , kind, file, reference, most] = process.argv;

const llama = await getLlama({gpu: false, build: "never", skipDownload: true, progressLogs: false,
    maxThreads: 2, logLevel: "error"});
const model = await llama.loadModel({modelPath: file});
// The cache in F32: in F16 it would move logits by itself.
const context = await model.createContext({contextSize: 512, batchSize: 512, sequences: 1, threads: 2,
    flashAttention: false, experimentalKvCacheKeyType: "F32", experimentalKvCacheValueType: "F32"});
const sequence = context.getSequence();

async function floats(path, skip = 0) {
    const bytes = await readFile(path);
    return new Float32Array(bytes.buffer.slice(bytes.byteOffset + skip, bytes.byteOffset + bytes.byteLength));
}

async function logitsOf(ids, outputs) {
    await sequence.clearHistory();
    const rows = new Float32Array(ids.length * outputs);
    const steps = await sequence.controlledEvaluate(
        ids.map((id) => [id, {generateNext: {logits: true, options: {temperature: 0}}}]));
    steps.forEach((step, i) => step.next.logits.forEach((value, token) => { rows[i * outputs + token] = value; }));
    return rows;
}

function furthest(a, b) {
    let largest = 0;
    for (let i = 0; i < b.length; ++i) {
        const own = Math.abs(a[i] - b[i]);
        largest = Math.max(largest, Number.isNaN(own) ? Infinity : own);
    }
    return largest;
}

async function trained() {
    const about = JSON.parse(await readFile(`${reference}.json`, "utf8"));
    const [count, length] = about.shape;
    const ours = await floats(`${reference}.logits`);
    const bytes = await readFile(`${reference}.input`);
    const ids = Array.from(new BigInt64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)), Number);
    // What the ids stand for, put together and cut up again, are the ids.
    const again = Array.from(model.tokenize(model.detokenize(ids.slice(0, length), true), true));
    if (JSON.stringify(again) !== JSON.stringify(ids.slice(0, length))) {
        console.log(`${file}: a text and its token ids do not match`);
        return Infinity;
    }
    let largest = 0;
    for (let i = 0; i < count; ++i) {
        const theirs = await logitsOf(ids.slice(i * length, (i + 1) * length), about.outputs);
        const size = length * about.outputs;
        largest = Math.max(largest, furthest(theirs, ours.subarray(i * size, (i + 1) * size)));
    }
    return largest;
}

async function golden() {
    const losses = JSON.parse(await readFile(`${reference}/losses.json`, "utf8"));
    const text = await readFile(`${reference}/texts/duck.txt`, "utf8");
    const expected = losses.duck.ids;
    const own = Array.from(model.tokenize(text, false));
    const ids = own[0] === 1 ? own : [1, ...own];
    if (JSON.stringify(ids) !== JSON.stringify(expected)) {
        console.log(`${file}: token ids are not the golden ones`);
        return Infinity;
    }
    const header = 128;
    return furthest(await logitsOf(expected.slice(0, 64), 512), await floats(`${reference}/duck_logits_64.npy`, header));
}

async function continues() {
    const tokens = [];
    for await (const token of sequence.evaluate([1], {temperature: 0, yieldEogToken: true})) {
        tokens.push(token);
        if (tokens.length >= 20) break;
    }
    return tokens.length === 20 ? 0 : Infinity;
}

const largest = await {trained, llama: golden, loads: continues}[kind]();
const limit = most === undefined ? 0 : Number(most);
console.log(kind === "loads" ? `${file}: opens and continues a text`
    : `${file}: largest difference of a logit ${largest.toExponential(2)} (limit ${limit})`);
process.exit(largest <= limit ? 0 : 1);
