"""The trained tensors as two ONNX graphs, int8, in one file.

The graphs are written node by node, with ONNX Runtime's fused operators (MultiHeadAttention, BiasGelu), so that no
exporter's pattern matching decides how fast the reader is.

encoder  pieces, shapes, quoted, starts [1, P]; heads, word_quoted, word_starts [W]
         -> words [W, 384], below [W, 768], cues [W, 3], inner [W, 1], link_words [W, 256]
links    link_words [W, 256], cue_ends [C, 768], distance, sentence, paragraph [C, W] -> tags [C, W, 9]
who      words [W, 384], below [W, 768] -> who [W, 392]
events   words [W, 384], below [W, 768] -> events [W, 343]
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.model import ATTENTION_HEADS, EPSILON, LAYERS, LINK_WIDTH, WIDTH

Array = npt.NDArray[Any]
BELOW = (1, 3)
"""Layers whose vectors the head of who reads beside those of the last one."""

DILATIONS = (1, 2, 4)
OPSET = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
IR_VERSION = 8
MS = "com.microsoft"


class Graph:
    """An ONNX graph under construction."""

    def __init__(self, weights: dict[str, Array]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.inputs: list[onnx.ValueInfoProto] = []
        self.outputs: list[onnx.ValueInfoProto] = []

    def input(self, name: str, shape: list[int | str], kind: int = TensorProto.INT64) -> str:
        self.inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def output(self, value: str, name: str, shape: list[int | str]) -> None:
        self.add("Identity", [value], name=name)
        self.outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))

    def constant(self, name: str, value: Array) -> str:
        if all(c.name != name for c in self.constants):
            self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def weight(self, name: str, transposed: bool = False) -> str:
        value = self.weights[name]
        return self.constant(name + (".T" if transposed else ""), value.T if transposed else value)

    def add(self, op: str, inputs: list[str], name: str | None = None, domain: str = "", **attributes: Any) -> str:
        out = name or f"{op.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, inputs, [out], name=f"node_{out}", domain=domain, **attributes))
        return out

    def linear(self, x: str, layer: str) -> str:
        return self.add(
            "Add",
            [self.add("MatMul", [x, self.weight(f"{layer}.weight", True)]), self.weight(f"{layer}.bias")],
        )

    def gelu(self, x: str, layer: str) -> str:
        """A linear layer and the exact GELU after it."""
        product = self.add("MatMul", [x, self.weight(f"{layer}.weight", True)])
        return self.add("BiasGelu", [product, self.weight(f"{layer}.bias")], domain=MS)

    def plain_gelu(self, x: str) -> str:
        return self.add("Gelu", [x], domain=MS)

    def around(self, x: str, layer: str, dilation: int, axis: int) -> str:
        """A convolution over three words and the exact GELU, as one product; ``axis`` is that of the words.

        A product of matrices is quantised and fast; ONNX Runtime's dilated convolution is neither.
        """
        rank = axis + 2
        ends = np.zeros(2 * rank, np.int64)
        ends[[axis, rank + axis]] = dilation
        padded = self.add("Pad", [x, self.constant(f"pad_{rank}_{dilation}", ends)])
        shifted = []
        for k in range(3):
            first = self.constant(f"from_{k * dilation}", np.array([k * dilation]))
            end = self.constant(f"to_{k}_{dilation}", np.array([(k - 2) * dilation or 1 << 40]))
            shifted.append(self.add("Slice", [padded, first, end, self.constant(f"axis_{axis}", np.array([axis]))]))
        kernel = self.weights[f"{layer}.weight"]  # [out, in, 3]
        stacked = kernel.transpose(2, 1, 0).reshape(3 * kernel.shape[1], kernel.shape[0])
        product = self.add(
            "MatMul", [self.add("Concat", shifted, axis=axis + 1), self.constant(f"{layer}.stacked", stacked)]
        )
        return self.add("BiasGelu", [product, self.weight(f"{layer}.bias")], domain=MS)

    def norm(self, x: str, layer: str) -> str:
        return self.add(
            "LayerNormalization",
            [x, self.weight(f"{layer}.weight"), self.weight(f"{layer}.bias")],
            epsilon=EPSILON,
            axis=-1,
        )

    def look_up(self, table: str, numbers: str) -> str:
        return self.add("Gather", [self.weight(f"{table}.weight"), numbers])

    def model(self, name: str) -> onnx.ModelProto:
        graph = helper.make_graph(self.nodes, name, self.inputs, self.outputs, self.constants)
        return helper.make_model(graph, opset_imports=OPSET, ir_version=IR_VERSION, producer_name="onrecord")


def encoder_graph(weights: dict[str, Array]) -> onnx.ModelProto:
    """Pieces of one window -> word vectors, cue logits, and what each word brings to the link head."""
    g = Graph(weights)
    pieces, shapes, quoted, starts = (g.input(n, [1, "P"]) for n in ("pieces", "shapes", "quoted", "starts"))
    heads, word_quoted, word_starts = (g.input(n, ["W"]) for n in ("heads", "word_quoted", "word_starts"))
    size = g.add("Shape", [pieces], start=1, end=2)
    positions = g.add("Slice", [g.weight("encoder.positions.weight"), g.constant("zero", np.array([0])), size])
    x = g.add("Add", [g.look_up("encoder.words", pieces), positions])
    for table, numbers in (("shapes", shapes), ("quoted", quoted), ("starts", starts)):
        x = g.add("Add", [x, g.look_up(f"encoder.{table}", numbers)])
    x = g.norm(x, "encoder.norm")
    below: list[str] = []
    thirds = g.constant("thirds", np.array([WIDTH, WIDTH, WIDTH]))
    for i in range(LAYERS):
        layer = f"encoder.layers.{i}"
        qkv = g.add("MatMul", [x, g.weight(f"{layer}.qkv.weight", True)])
        parts = [f"{layer}.{n}" for n in ("query", "key", "value")]
        g.nodes.append(helper.make_node("Split", [qkv, thirds], parts, axis=2))
        a = g.add("MultiHeadAttention", [*parts, g.weight(f"{layer}.qkv.bias")], domain=MS, num_heads=ATTENTION_HEADS)
        x = g.norm(g.add("Add", [g.linear(a, f"{layer}.out"), x]), f"{layer}.norm1")
        up = g.gelu(x, f"{layer}.up")
        x = g.norm(g.add("Add", [g.linear(up, f"{layer}.down"), x]), f"{layer}.norm2")
        if i in BELOW:
            below.append(x)
    flat = g.add("Squeeze", [x, g.constant("zero", np.array([0]))])
    h = g.add("Gather", [flat, heads])
    c = g.gelu(h, "cues.inner")
    around = g.around(c, "cues.around", 1, axis=0)
    cues = g.linear(g.add("Add", [c, around]), "cues.out")
    links = g.linear(h, "links.word")
    extra = g.add("Add", [g.look_up("links.quoted", word_quoted), g.look_up("links.starts", word_starts)])
    pad = g.add("Pad", [extra, g.constant("pad_right", np.array([0, 0, 0, LINK_WIDTH]))])
    hint = g.linear(g.gelu(h, "inner.hidden"), "inner.out")
    g.output(h, "words", ["W", WIDTH])
    g.output(hint, "inner", ["W", 1])
    g.output(
        g.add("Gather", [g.add("Squeeze", [g.add("Concat", below, axis=2), g.constant("zero", np.array([0]))]), heads]),
        "below",
        ["W", len(BELOW) * WIDTH],
    )
    g.output(cues, "cues", ["W", 3])
    g.output(g.add("Add", [links, pad]), "link_words", ["W", 2 * LINK_WIDTH])
    return g.model("encoder")


def with_below(encoder: bytes) -> bytes:
    """An encoder graph from before the head of who, with the output that it reads; nothing else is changed."""
    model = onnx.load_from_string(encoder)
    if any(o.name == "below" for o in model.graph.output):
        return encoder
    norms = [
        n.output[0] for n in model.graph.node if n.op_type == "LayerNormalization"
    ]  # of the input, then two a layer
    lower = [norms[2 * i + 2] for i in BELOW]
    nodes = [
        helper.make_node("Concat", lower, ["below_all"], name="node_below_all", axis=2),
        helper.make_node("Squeeze", ["below_all", "zero"], ["below_flat"], name="node_below_flat"),
        helper.make_node("Gather", ["below_flat", "heads"], ["below"], name="node_below"),
    ]
    model.graph.node.extend(nodes)
    shape: list[str | int | None] = ["W", len(BELOW) * WIDTH]
    model.graph.output.append(helper.make_tensor_value_info("below", TensorProto.FLOAT, shape))
    return model.SerializeToString()


def tower_graph(weights: dict[str, Array], name: str) -> onnx.ModelProto:
    """The word vectors of one window -> what the heads of who, or of events, read of each word (``tower.Tower``)."""
    g = Graph(weights)
    words = g.input("words", ["W", WIDTH], TensorProto.FLOAT)
    below = g.input("below", ["W", len(BELOW) * WIDTH], TensorProto.FLOAT)
    x = g.gelu(g.add("Concat", [below, words], axis=1), "inner")
    for i, dilation in enumerate(DILATIONS):
        x = g.add("Add", [x, g.around(x, f"around.{i}", dilation, axis=0)])
    x = g.norm(x, "norm")
    g.output(g.linear(x, "out"), name, ["W", weights["out.bias"].shape[0]])
    return g.model(name)


def links_graph(weights: dict[str, Array]) -> onnx.ModelProto:
    """The words of one window and its cues -> BIOES logits of source and content."""
    g = Graph(weights)
    link_words = g.input("link_words", ["W", 2 * LINK_WIDTH], TensorProto.FLOAT)
    ends = g.input("cue_ends", ["C", 2 * WIDTH], TensorProto.FLOAT)
    nears = {n: g.input(n, ["C", "W"]) for n in ("distance", "sentence", "paragraph")}
    half = g.constant("half", np.array([LINK_WIDTH, LINK_WIDTH]))
    split = ["word_a", "word_b"]
    g.nodes.append(helper.make_node("Split", [link_words, half], split, axis=1))
    cue = g.linear(ends, "links.cue")
    g.nodes.append(helper.make_node("Split", [cue, half], ["cue_a", "cue_b"], axis=1))
    one = g.constant("one", np.array([1]))
    cue_a, cue_b = (g.add("Unsqueeze", [n, one]) for n in ("cue_a", "cue_b"))
    x = g.add("Add", ["word_a", cue_a])
    x = g.add("Add", [x, g.add("Mul", ["word_b", cue_b])])
    for table, numbers in nears.items():
        x = g.add("Add", [x, g.look_up(f"links.{table}", numbers)])
    x = g.plain_gelu(g.norm(x, "links.norm"))
    for i, dilation in enumerate((1, 2, 4)):
        x = g.add("Add", [x, g.around(x, f"links.around.{i}", dilation, axis=1)])
    g.output(g.linear(x, "links.out"), "tags", ["C", "W", 9])
    return g.model("links")


def quantised(model: onnx.ModelProto, seven_bits: bool = True) -> bytes:
    """A graph with int8 weights (a scale a column) and activations quantised as they come.

    Weights keep to 7 bits: processors without VNNI add products up in 16 bits, where 8-bit weights would overflow,
    and a story would read otherwise there. On PolNeAR dev this costs nothing (docs/accuracy.md).
    """
    with TemporaryDirectory() as folder:
        before, after = Path(folder) / "a.onnx", Path(folder) / "b.onnx"
        onnx.save(model, str(before))
        quantize_dynamic(
            before,
            after,
            per_channel=True,
            reduce_range=seven_bits,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
        )
        return after.read_bytes()


TABLES = (
    "mentions.before",
    "mentions.after",
    *(f"antecedents.{n}" for n in ("forms", "match", "sentences", "between", "quotes", "out.weight", "out.bias")),
)
"""The small tables of the heads of who."""


def tables(weights: dict[str, Array], names: Sequence[str] = TABLES) -> dict[str, bytes]:
    """The small tables of a head, as .npy files under their names in the weights file."""
    out = {}
    for name in names:
        content = io.BytesIO()
        np.save(content, weights[name if name in weights else f"{name}.weight"].astype(np.float32), allow_pickle=False)
        out[f"tables/{name}.npy"] = content.getvalue()
    return out


def package(
    path: Path,
    encoder: bytes,
    links: bytes,
    pieces: list[str],
    settings: dict[str, Any],
    who: dict[str, bytes] | None = None,
) -> str:
    """Write the one file of weights (a zip, stored, with fixed dates) and its digest beside it; gives its SHA-256."""
    parts = {
        "encoder.onnx": encoder,
        "links.onnx": links,
        **(who or {}),
        "vocab.txt": ("\n".join(pieces) + "\n").encode(),
        "settings.json": (json.dumps(settings, indent=1, sort_keys=True) + "\n").encode(),
    }
    return _written(path, parts)


def extended(source: Path, path: Path, more: dict[str, bytes], settings: dict[str, Any]) -> str:
    """Write a weights file that is another with more parts and settings, all else as it was; gives its SHA-256."""
    with zipfile.ZipFile(source) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    known = json.loads(parts["settings.json"]) | settings
    settings_part = {"settings.json": (json.dumps(known, indent=1, sort_keys=True) + "\n").encode()}
    return _written(path, {**parts, **more, **settings_part})


def _written(path: Path, parts: dict[str, bytes]) -> str:
    """Write the parts and the digest beside them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as out:
        for name, content in parts.items():
            out.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_name(path.name + ".sha256").write_text(f"{digest}  {path.name}\n", encoding="ascii")
    return digest
