//! Where no panel meets the quotas any more: what the clinic says, and changed quotas that would help.

use std::path::Path;
use std::process::ExitCode;

use klero::clinic::examine;
use klero::instance::Built;
use klero::read::Table;
use klero::report::clinic_sections;
use klero::solve::has_panel;

use super::check::write_repairs;
use super::failure::Failure;
use super::speech;

/// The instance again, where a panel meets its quotas. Else tells why there is none, and which changes would help.
pub fn remedy(
    quotas: &Table,
    built: Built,
    refusals: &[String],
    repairs: Option<&Path>,
) -> Result<Result<Built, ExitCode>, Failure> {
    if refusals.is_empty() && has_panel(&built.instance)? {
        return Ok(Ok(built));
    }
    let bar = super::progress::Bar::new();
    let clinic = examine(&built.instance, &mut |progress| bar.examine(progress))?;
    drop(bar);
    let files = repairs.map(|dir| write_repairs(dir, quotas, &clinic)).transpose()?;
    super::show(&speech::screen(&clinic_sections(&built.instance, &clinic, refusals, files.as_ref())))?;
    super::say::wrong(
        "error: no panel completes those who stay; nothing was written\n  \
         help: Choose one of the changes above, if there is one: --repairs DIR writes each as a file for --quotas.\n",
    );
    Ok(Err(ExitCode::from(1)))
}
