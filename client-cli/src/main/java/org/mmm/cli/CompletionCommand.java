package org.mmm.cli;

import org.mmm.client.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mmm completion}. */
@Command(
    name = "completion",
    header = "Prints the script by which a shell completes this command.",
    description = {
      "  source <(mmm completion bash)",
      "  mmm completion zsh > ~/.mmm-completion; source ~/.mmm-completion"
    })
final class CompletionCommand extends LocalCommand {
  /** The shells that are served; zsh reads bash's completions after a line of preparation. */
  enum Shell {
    bash,
    zsh
  }

  @Parameters(paramLabel = "SHELL", description = "bash or zsh")
  private Shell shell = Shell.bash;

  @Override
  ExitCode perform() {
    if (shell == Shell.zsh) {
      printer().line("autoload -U +X compinit && compinit");
    }
    printer().line(AutoComplete.bash("mmm", spec.root().commandLine()));
    return ExitCode.OK;
  }
}
