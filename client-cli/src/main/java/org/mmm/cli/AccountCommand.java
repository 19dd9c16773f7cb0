package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm account}. */
@Command(
    name = "account",
    header = "Makes an Account; signs in again, sets the password, exports or erases it.",
    description = {
      "  mmm account register anna --password",
      "  mmm account login anna --password",
      "  mmm account password anna",
      "  mmm account export Account1 --as User1 > mine.json",
      "  mmm account erase Account1 --as User1"
    },
    subcommands = {
      AccountRegisterCommand.class,
      AccountLoginCommand.class,
      AccountPasswordCommand.class,
      AccountExportCommand.class,
      AccountEraseCommand.class
    })
final class AccountCommand extends GroupCommand {}
