package org.mmm.child;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.HttpTransport;
import org.mmm.client.Json;

/**
 * A node that this command started, and stops by its own handle and no other. It is also stopped
 * when this command ends in any other way that lets it end itself.
 */
public final class NodeProcess implements AutoCloseable {
  /** As mmm.node.grace says. */
  private static final Duration STOP_WITHIN = Duration.ofSeconds(115);

  private static final Duration LAST_WORD_WITHIN = Duration.ofSeconds(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Process process;
  private final NodeOptions options;
  private final Thread onExit = new Thread(this::destroy, "stop-node");
  private final Announcements announced;
  private boolean kept;
  private URI url = URI.create("http://127.0.0.1");
  private URI operatorUrl = url;

  private NodeProcess(Process process, NodeOptions options, Consumer<String> say) {
    this.process = process;
    this.options = options;
    this.announced = new Announcements(say);
  }

  /**
   * Starts a node and waits until it is ready.
   *
   * @param say gets each line that the node writes on stderr
   * @throws Failure with the node's own exit code if it ends before it is ready
   */
  public static NodeProcess start(
      Distribution distribution, NodeOptions options, Consumer<String> say) {
    Path mark = options.data().resolve("node.json");
    try {
      Process process = new ProcessBuilder(command(distribution, options)).start();
      process.getOutputStream().close();
      NodeProcess node = new NodeProcess(process, options, say);
      Runtime.getRuntime().addShutdownHook(node.onExit);
      Thread errors = forward(process.errorReader(StandardCharsets.UTF_8), node.announced);
      forward(process.inputReader(StandardCharsets.UTF_8), line -> {});
      node.awaitReady(mark, errors);
      node.announced.letGo();
      return node;
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot start a node: " + e.getMessage(), e);
    }
  }

  /**
   * Lets the distribution put a backup into a data directory, and waits until it is done.
   *
   * @param say gets each line that it writes on stderr
   */
  public static ExitCode restore(
      Distribution distribution, Path backup, Path data, Consumer<String> say)
      throws InterruptedException {
    List<String> command = java(distribution, List.of());
    command.addAll(List.of("--restore", backup.toAbsolutePath().toString()));
    command.addAll(List.of("--data", data.toAbsolutePath().toString()));
    try {
      Process process =
          new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
        lines.lines().forEach(say);
      }
      int code = process.waitFor();
      return code == 0 ? ExitCode.OK : exit(code);
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot start the restore: " + e.getMessage(), e);
    }
  }

  /**
   * Lets the distribution do something with a journal on which no node runs.
   *
   * @param arguments as the node takes them
   * @param say gets each line that it writes on stderr
   * @return what it told
   * @throws Failure with its own exit code if it could not
   */
  public static JsonNode tell(
      Distribution distribution, List<String> arguments, Consumer<String> say)
      throws InterruptedException {
    List<String> command = java(distribution, List.of());
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).start();
      process.getOutputStream().close();
      Announcements said = new Announcements(say);
      Thread errors = forward(process.errorReader(StandardCharsets.UTF_8), said);
      String told;
      try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        told = out.lines().collect(java.util.stream.Collectors.joining("\n"));
      }
      int code = process.waitFor();
      errors.join(LAST_WORD_WITHIN.toMillis());
      if (code == 0) return Json.read(told);
      throw new Failure(exit(code), said.lastWord().orElse("the journal cannot be looked at"));
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure(ExitCode.FAILED, "cannot look at the journal: " + e.getMessage(), e);
    }
  }

  public URI url() {
    return url;
  }

  /** Where its Operator API is. */
  public URI operatorUrl() {
    return operatorUrl;
  }

  public long pid() {
    return process.pid();
  }

  public Path operatorToken() {
    return options.data().resolve("operator.token").toAbsolutePath();
  }

  /** Waits until the node ends by itself. */
  public int await() throws InterruptedException {
    return process.waitFor();
  }

  /** Lets the node live on after this command: closing this does nothing any more. */
  public void keep() {
    kept = true;
    Runtime.getRuntime().removeShutdownHook(onExit);
  }

  @Override
  public void close() {
    if (kept) {
      return;
    }
    destroy();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException shuttingDown) {
      return; // the hook is running already, and does the same
    }
  }

  private static List<String> command(Distribution distribution, NodeOptions options) {
    List<String> command = java(distribution, options.jvm());
    command.addAll(options.arguments());
    return command;
  }

  private static List<String> java(Distribution distribution, List<String> jvm) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.addAll(List.of("-cp", distribution.classPath(), "org.mmm.node.Main"));
    return command;
  }

  private static Thread forward(BufferedReader from, Consumer<String> say) {
    Thread reader =
        new Thread(
            () -> {
              try (from) {
                from.lines().forEach(say);
              } catch (IOException | UncheckedIOException ended) {
                return; // the node is gone, and so is what it had to say
              }
            },
            "node-output");
    reader.setDaemon(true);
    reader.start();
    return reader;
  }

  private void awaitReady(Path mark, Thread errors) {
    long end = System.nanoTime() + options.startWithin().toNanos();
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        close();
        throw endedEarly(errors);
      }
      if (Files.exists(mark) && ready(mark)) {
        return;
      }
      pause();
    }
    close();
    throw new Failure(
        ExitCode.UNAVAILABLE,
        "the node was not ready within " + options.startWithin().toSeconds() + " s; it is stopped");
  }

  /** The node's last word says why, and is the only line that is shown of it. */
  private Failure endedEarly(Thread errors) {
    try {
      errors.join(LAST_WORD_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String why = announced.lastWord().orElse("the node ended before it was ready");
    return new Failure(exit(process.exitValue()), why);
  }

  private boolean ready(Path mark) {
    try {
      JsonNode told = Json.read(Files.readString(mark));
      if (told.path("pid").asLong() != process.pid()) {
        return false; // an earlier node's, or that of another one which holds this directory
      }
      url = URI.create(Json.text(told, "url", ""));
      operatorUrl = URI.create(Json.text(told, "operatorUrl", ""));
      return new HttpTransport(url).send(ApiRequest.get("/health/ready", null)).ok();
    } catch (IOException | IllegalArgumentException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new Failure(ExitCode.FAILED, "interrupted", e);
    }
  }

  private void destroy() {
    if (!process.isAlive()) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void pause() {
    try {
      Thread.sleep(LOOK_EVERY.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new Failure(ExitCode.FAILED, "interrupted", e);
    }
  }

  private static ExitCode exit(int code) {
    for (ExitCode exit : ExitCode.values()) {
      if (exit.code() == code && code != 0) {
        return exit;
      }
    }
    return ExitCode.FAILED;
  }
}
