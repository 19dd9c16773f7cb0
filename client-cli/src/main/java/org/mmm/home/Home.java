package org.mmm.home;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The client's own directory, {@code ~/.mmm} unless {@code MMM_HOME} names another.
 *
 * @param dir made with mode 0700 when first written to
 */
public record Home(Path dir) {
  /** The directory named by the environment. */
  public static Home of(Map<String, String> environment) {
    String named = environment.get("MMM_HOME");
    return new Home(
        named == null || named.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".mmm")
            : Path.of(named));
  }

  public Contexts contexts() {
    return new Contexts(dir.resolve("config.json"));
  }

  public Tokens tokens() {
    return new Tokens(dir.resolve("tokens.json"));
  }

  public RunFiles runs() {
    return new RunFiles(dir.resolve("runs"));
  }

  /** Where {@code mmm repl} keeps its history. */
  public Path history() {
    PrivateFiles.directory(dir);
    return dir.resolve("history");
  }

  /** Where a node started by {@code mmm up} keeps its data unless told otherwise. */
  public Path defaultData() {
    return dir.resolve("data");
  }

  /** The operator's token of the context, if it names a file that can be read. */
  public Optional<String> operatorToken(Context context) {
    String file = context.operatorToken();
    return file == null ? Optional.empty() : PrivateFiles.read(Path.of(file)).map(String::strip);
  }
}
