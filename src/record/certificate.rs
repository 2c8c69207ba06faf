//! `certificate.json`, as `docs/certificate.md` defines it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::RecordError;
use crate::draw::Mark;
use crate::solve::{Certificate, CutProof, Multipliers};

/// The format name of `certificate.json`, without its mark.
const FORMAT: &str = "certificate/1";

/// `certificate.json` as text, one stage or cut a line.
///
/// # Errors
/// When the JSON writer refuses, which would be a fault of the program.
pub fn certificate_json(mark: Mark, certificate: &Certificate) -> Result<String, RecordError> {
    let cuts = certificate.cuts.iter().map(|cut| {
        let weights: BTreeMap<String, String> =
            cut.weights.iter().map(|(kind, weight)| (kind.to_string(), weight.to_string())).collect();
        json!({"most": cut.most.to_string(), "proof": proof(&cut.proof), "weights": weights})
    });
    let stages = certificate.stages.iter().map(|stage| {
        json!({
            "multipliers": multipliers(&stage.multipliers),
            "types": stage.types,
            "value": stage.value.to_string(),
        })
    });
    Ok(format!(
        "{{\"cuts\":[{}],\n\"format\":\"{}\",\n\"objective\":\"leximin\",\n\"stages\":[{}],\n\"types\":{}}}\n",
        lines(cuts)?,
        mark.format(FORMAT),
        lines(stages)?,
        certificate.types
    ))
}

fn lines(values: impl Iterator<Item = Value>) -> Result<String, RecordError> {
    let lines = values.map(|value| serde_json::to_string(&value)).collect::<Result<Vec<String>, _>>()?;
    Ok(if lines.is_empty() { String::new() } else { format!("\n{}\n", lines.join(",\n")) })
}

fn multipliers(multipliers: &Multipliers) -> BTreeMap<&str, String> {
    multipliers.iter().map(|(rule, multiplier)| (rule.as_str(), multiplier.to_string())).collect()
}

fn proof(cut: &CutProof) -> Value {
    match cut {
        CutProof::Leaf { multipliers: named, scale } => {
            json!({"multipliers": multipliers(named), "scale": scale.to_string()})
        }
        CutProof::Branch { kind, at, low, high } => {
            json!({"at": at.to_string(), "high": proof(high), "low": proof(low), "type": kind})
        }
        CutProof::Solver => json!("solver"),
    }
}
