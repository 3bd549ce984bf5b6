#!/usr/bin/env python3
"""Runs what action.yml and the GitLab template say, as their hosts would.

Usage: ci.py OPTINCHECK. Needs python3 with yaml, bash, git and go. Steps that
use another action are not run.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

import yaml

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PROGRAM = """package main

import "net/http"

func main() { http.Get("http://telemetry.example.org/usage") }
"""
ACCEPTED = """Format: https://optincheck.example/policy/1.0/
Module: example.org/app

Override: telemetry/no-consent
Scope: ./...
Justification: The test wants it accepted.
"""


def check(ok, what):
    if not ok:
        sys.exit(f"ci.py: {what}")


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def repository(tmp):
    """A repository with a program in the folder app."""
    app = os.path.join(tmp, "repo", "app")
    os.makedirs(app)
    subprocess.run(["git", "init", "-q", os.path.dirname(app)], check=True)
    write(os.path.join(app, "go.mod"), "module example.org/app\n\ngo 1.24\n")
    write(os.path.join(app, "main.go"), PROGRAM)
    write(os.path.join(app, "accepted"), ACCEPTED)
    return os.path.dirname(app)


class Action:
    """The composite action, run step by step."""

    def __init__(self, tmp, repo):
        with open(os.path.join(ROOT, "action.yml"), encoding="utf-8") as f:
            self.action = yaml.safe_load(f)
        self.tmp, self.repo = tmp, repo

    def run(self, **inputs):
        """Returns status and output of the last step, and the job's files."""
        given = {name: spec.get("default", "") for name, spec in self.action["inputs"].items()}
        check(set(inputs) <= {n.replace("-", "_") for n in given}, f"action.yml has not all of the inputs {inputs}")
        given.update({name.replace("_", "-"): value for name, value in inputs.items()})
        self.values = {f"inputs.{name}": value for name, value in given.items()}
        self.values["github.action_path"] = ROOT
        self.log, self.summary = "", os.path.join(self.tmp, "summary")
        for step in self.action["runs"]["steps"]:
            if "uses" in step:
                continue
            status = self.step(step)
            if status != 0:
                return status
        return 0

    def step(self, step):
        output = os.path.join(self.tmp, "output")
        write(output, "")
        env = dict(os.environ, RUNNER_TEMP=self.tmp, GITHUB_OUTPUT=output, GITHUB_STEP_SUMMARY=self.summary)
        for name, value in step.get("env", {}).items():
            env[name] = re.sub(r"\$\{\{ *([^ ]+) *\}\}", lambda m: self.values[m.group(1)], value)
        check("${{" not in step["run"], f"the step {step['id']} pastes an expression into a command")
        done = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                              cwd=self.repo, env=env, capture_output=True, text=True)
        self.log += done.stdout + done.stderr
        for line in read(output).splitlines():
            name, value = line.split("=", 1)
            self.values[f"steps.{step['id']}.outputs.{name}"] = value
        return done.returncode


def github(tmp, repo):
    action = Action(tmp, repo)
    status = action.run(working_directory="app")
    check(status == 1, f"the action ends with {status}, want 1:\n{action.log}")
    check(re.search(r"^::error file=app/main\.go,line=5,col=\d+,title=telemetry/no-consent::", action.log, re.M), f"no annotation in\n{action.log}")
    check("### optincheck: 1 finding" in read(action.summary), "the summary does not tell of the finding")
    log = json.loads(read(action.values["steps.audit.outputs.sarif"]))
    results = log["runs"][0]["results"]
    check([r["ruleId"] for r in results] == ["telemetry/no-consent"], f"SARIF has the results {results}")
    check(action.values["steps.audit.outputs.status"] == "1", "the output status is not that of the audit")
    for inputs, want in [
        ({"policy": "accepted"}, 0),
        ({"fail_on": "never"}, 0),
        ({"packages": "example.org/app ./..."}, 1),
        ({"packages": "$(touch pwned)"}, 2),
        ({"policy": "missing"}, 2),
        ({"baseline": "missing"}, 2),
    ]:
        status = action.run(working_directory="app", **inputs)
        check(status == want, f"the action with {inputs} ends with {status}, want {want}:\n{action.log}")
    check(not os.path.exists(os.path.join(repo, "app", "pwned")) and not os.path.exists(os.path.join(repo, "pwned")), "an input became a command")


def gitlab(tmp, repo, tool):
    with open(os.path.join(ROOT, "templates", "optincheck.yml"), encoding="utf-8") as f:
        spec, jobs = yaml.safe_load_all(f)
    job = jobs["optincheck"]
    report = os.path.join(repo, "app", job["artifacts"]["reports"]["codequality"])

    def run(**inputs):
        values = {name: (i or {}).get("default", "") for name, i in spec["spec"]["inputs"].items()}
        values.update(inputs)
        script = "\n".join(job["script"])  # before_script installs what is here already
        script = re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda m: values[m.group(1)], script)
        env = dict(os.environ, PATH=os.path.dirname(tool) + os.pathsep + os.environ["PATH"])
        return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=os.path.join(repo, "app"), env=env, capture_output=True, text=True)

    done = run()
    check(done.returncode == 1, f"the GitLab job ends with {done.returncode}, want 1:\n{done.stderr}")
    issues = json.loads(read(report))
    check([i["location"]["path"] for i in issues] == ["app/main.go"], f"the report is {issues}")
    done = run(flags="-policy=accepted")
    check(done.returncode == 0 and json.loads(read(report)) == [], f"the GitLab job with a policy ends with {done.returncode}:\n{done.stdout}{done.stderr}")


def main():
    tool = os.path.abspath(sys.argv[1])
    check(os.path.basename(tool) == "optincheck", "the command must have the name optincheck")
    os.environ.pop("OPTINCHECK_POLICY", None)
    with tempfile.TemporaryDirectory() as tmp:
        repo = repository(tmp)
        github(tmp, repo)
        gitlab(tmp, repo, tool)
    print("the action and the GitLab template hold")


main()
