package main

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDeclaredCheckpoint holds the policy that go-checkpoint might have to what
// the library does: each consent that it claims has to be necessary.
func TestDeclaredCheckpoint(t *testing.T) {
	root := filepath.Join("..", "..", "testdata", "sdks")
	file, err := filepath.Abs(filepath.Join(root, "checkpoint", "go-checkpoint.policy"))
	if err != nil {
		t.Fatal(err)
	}
	doc := auditIn(t, build(t), root, "-policy="+file, "github.com/hashicorp/go-checkpoint")
	const claims = " does not need what Function "
	got := map[string]string{}
	for _, f := range doc.Findings {
		if f.Rule == "telemetry/consent-not-held" {
			got[f.Behaviour] = f.Message
		}
	}
	const lib, host = "github.com/hashicorp/go-checkpoint:", "update:checkpoint-api.hashicorp.com"
	want := map[string]string{ // neither Report nor CheckInterval: there the variable decides
		lib + "Check:" + host: "update check to checkpoint-api.hashicorp.com" + claims + "check of the policy claims; Consent unless-disabled: " +
			"it happens at env CHECKPOINT_DISABLE=1, which Grants does not list, where everything else is granted (telemetry/consent-not-held)",
		lib + "Versions:" + host: "update check to checkpoint-api.hashicorp.com" + claims + "versions of the policy claims; Consent said-yes: " +
			"nothing asks for env CHECKPOINT_ENABLE (telemetry/consent-not-held)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("consents that are not held (-want +got):\n%s", diff)
	}
}
