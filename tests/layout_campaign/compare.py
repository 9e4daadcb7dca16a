#!/usr/bin/env python3
"""Lays random designs out with Lintel, Graphviz `dot` and ELK layered, and prints a table of medians over the seeds.

compare.py --build build/release --metrics FOLDER [--elk FOLDER] [--sizes 50,200,500,1000] [--seeds 20] [--only lintel]

--metrics  the folder with metrics.mjs, dot2neutral.py and elk_run.mjs
--elk      a folder in which `npm install elkjs` was run; without it ELK is left out
--work     where designs and drawings are kept (default: a folder for temporary files); what dot and ELK made of the
           same design is not made again

All three get the same blocks in the same sizes. Lintel alone has room for headings and labels of connections to leave,
and the conventions of AWS diagrams to keep.
"""
import argparse
import hashlib
import json
import os
import statistics
import subprocess
import tempfile

FIGURES = ["crossings", "bends", "length", "area_mpx", "aspect", "edge_node", "edge_box", "node_overlaps", "violations"]


def leaf_and_frames(drawing):
    parents = {node.get("parent") for node in drawing["nodes"]}
    nodes = [node for node in drawing["nodes"] if not node.get("frame")]
    return nodes, parents


def elk_graph(drawing):
    """The design as ELK reads it: nested, flow from top to bottom, lines at right angles."""
    nodes, parents = leaf_and_frames(drawing)
    made = {}
    for node in nodes:
        entry = {"id": node["id"], "children": []}
        if node["id"] not in parents:
            entry = {"id": node["id"], "width": node["w"], "height": node["h"]}
        made[node["id"]] = entry
    roots = []
    for node in nodes:
        holder = made.get(node.get("parent"))
        (holder["children"] if holder else roots).append(made[node["id"]])
    options = {"elk.algorithm": "layered", "elk.direction": "DOWN", "elk.edgeRouting": "ORTHOGONAL",
               "elk.hierarchyHandling": "INCLUDE_CHILDREN"}
    edges = [{"id": edge["id"], "sources": [edge["from"]], "targets": [edge["to"]]} for edge in drawing["edges"]]
    return {"id": "root", "layoutOptions": options, "children": roots, "edges": edges}


def dot_text(drawing):
    nodes, parents = leaf_and_frames(drawing)
    inside = {}
    for node in nodes:
        inside.setdefault(node.get("parent") or "", []).append(node)
    known = {node["id"] for node in nodes}
    lines = ["digraph g {", "node [shape=box fixedsize=true label=\"\"]; edge [arrowhead=none];"]

    def write(holder):
        for node in inside.get(holder, []):
            if node["id"] in parents:
                lines.append(f'subgraph "cluster_{node["id"]}" {{')
                write(node["id"])
                lines.append("}")
            else:
                lines.append(f'"{node["id"]}" [width={node["w"] / 72:.4f} height={node["h"] / 72:.4f}];')

    write("")
    for edge in drawing["edges"]:
        if edge["from"] in known and edge["to"] in known:
            lines.append(f'"{edge["from"]}" -> "{edge["to"]}";')
    return "\n".join(lines + ["}"])


class Campaign:
    def __init__(self, options):
        self.options = options
        self.drawer = os.path.abspath(os.path.join(options.build, "lintel_campaign_draw"))
        self.metrics = os.path.abspath(options.metrics)
        self.work = options.work or tempfile.mkdtemp(prefix="layout-campaign-")
        os.makedirs(self.work, exist_ok=True)

    def path(self, name):
        return os.path.join(self.work, name)

    def measure(self, files):
        out = subprocess.run(["node", os.path.join(self.metrics, "metrics.mjs"), *files], check=True, capture_output=True, text=True).stdout
        return [json.loads(line) for line in out.splitlines()]

    def draw(self, size, seed):
        """Lintel's drawing and the milliseconds for placing and routing."""
        drawing = self.path(f"{size}-{seed}.lintel.json")
        out = subprocess.run([self.drawer, str(size), str(seed), drawing], check=True, capture_output=True, text=True).stdout
        return drawing, [float(value) for value in out.split()]

    def others(self, size, seed, drawing):
        """What dot and ELK make of the same design, kept under a name that says what they were given."""
        with open(drawing, encoding="utf-8") as file:
            data = json.load(file)
        results = {}
        text = dot_text(data)
        name = hashlib.sha256(text.encode()).hexdigest()[:16]
        if "dot" in self.options.only:
            results["dot"] = self.path(f"{size}-{seed}.dot-{name}.json")
            if not os.path.exists(results["dot"]):
                source, raw = self.path("in.dot"), self.path("out.dot.json")
                with open(source, "w", encoding="utf-8") as file:
                    file.write(text)
                subprocess.run(["dot", "-Gsplines=polyline", "-Tjson", source, "-o", raw], check=True, capture_output=True)
                subprocess.run(["python3", os.path.join(self.metrics, "dot2neutral.py"), drawing, raw, results["dot"]], check=True)
        if "elk" in self.options.only and self.options.elk:
            prefix = self.path(f"{size}-{seed}.elk-{name}")
            results["elk"] = prefix + ".json"
            if not os.path.exists(results["elk"]):
                graph = self.path("in.elk.json")
                with open(graph, "w", encoding="utf-8") as file:
                    json.dump(elk_graph(data), file)
                subprocess.run(["node", os.path.join(self.metrics, "elk_run.mjs"), graph, prefix], check=True, capture_output=True, cwd=self.options.elk)
        return results

    def run(self):
        print("| blocks | tool | " + " | ".join(FIGURES) + " | placing ms | routing ms |")
        print("|---" * (len(FIGURES) + 4) + "|")
        for size in (int(s) for s in self.options.sizes.split(",")):
            files, times = {}, []
            for seed in range(1, self.options.seeds + 1):
                drawing, took = self.draw(size, seed)
                times.append(took)
                files.setdefault("lintel", []).append(drawing)
                for tool, result in self.others(size, seed, drawing).items():
                    files.setdefault(tool, []).append(result)
            for tool, drawings in files.items():
                if tool not in self.options.only:
                    continue
                rows = self.measure(drawings)
                figures = [f"{statistics.median(row[figure] for row in rows):g}" for figure in FIGURES]
                shapes = sorted(row["aspect"] for row in rows)
                figures[FIGURES.index("aspect")] += f" ({shapes[0]:g}-{shapes[-1]:g})"
                figures += [f"{statistics.median(column):.0f}" for column in zip(*times)] if tool == "lintel" else ["", ""]
                print(f"| {size} | {tool} | " + " | ".join(figures) + " |", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True)
    parser.add_argument("--metrics", required=True)
    parser.add_argument("--elk")
    parser.add_argument("--work")
    parser.add_argument("--sizes", default="50,200,500,1000")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--only", default="lintel,dot,elk")
    Campaign(parser.parse_args()).run()
