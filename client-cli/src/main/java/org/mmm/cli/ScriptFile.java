package org.mmm.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.script.Script;
import org.mmm.script.ScriptException;
import org.mmm.script.ScriptLimits;
import org.mmm.script.ScriptParser;

/**
 * A script as read from a file.
 *
 * @param path absolute
 * @param sha256 of its text, by which a resumed run knows that it is the same
 */
record ScriptFile(String path, String sha256, Script script) {
  /**
   * @throws Failure NOT_FOUND without such a file, USAGE with every error of its text
   */
  static ScriptFile read(Path path) {
    return of(path.toAbsolutePath().toString(), path.toString(), text(path));
  }

  /**
   * @param shown how messages call it
   */
  static ScriptFile of(String path, String shown, String text) {
    try {
      return new ScriptFile(path, sha256(text), ScriptParser.parse(text));
    } catch (ScriptException e) {
      String errors =
          e.errors().stream().map(one -> shown + ": " + one).collect(Collectors.joining("\n"));
      throw new Failure(ExitCode.USAGE, errors, e);
    }
  }

  static String text(Path path) {
    try {
      if (Files.size(path) > ScriptLimits.FILE_BYTES) {
        throw new Failure(
            ExitCode.USAGE,
            path
                + " has "
                + Files.size(path)
                + " bytes; a script has at most "
                + ScriptLimits.FILE_BYTES);
      }
      return Files.readString(path);
    } catch (NoSuchFileException e) {
      throw new Failure(ExitCode.NOT_FOUND, "no file " + path, e);
    } catch (CharacterCodingException e) {
      throw new Failure(ExitCode.USAGE, path + " is not UTF-8 text", e);
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
