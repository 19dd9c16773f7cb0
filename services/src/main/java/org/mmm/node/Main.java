package org.mmm.node;

import java.util.List;

/** Starts one node and runs it until it is told to stop. */
public final class Main {
  private Main() {}

  /**
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    CommonPool.prepare();
    List<String> words = List.of(args);
    if (words.contains("--help")) {
      System.out.println(Arguments.USAGE);
      return;
    }
    Node node;
    try {
      JournalWork work = JournalWork.of(words);
      if (work != null) {
        System.out.println(work.perform());
        return;
      }
      Arguments arguments = Arguments.of(words);
      if (arguments.restore() != null) {
        Restoring.into(arguments.data(), arguments.restore(), Settings.of(arguments));
        return;
      }
      node = Node.start(arguments);
      node.closeAtExit();
      System.out.println("mmm: ready at " + node.url());
    } catch (NodeFailure e) {
      fail(e, e.exitCode(), words);
      return;
    } catch (RuntimeException | Error e) {
      fail(e, NodeFailure.FAILED, words);
      return;
    }
    int code = node.fate().toCompletableFuture().join(); // or until a signal comes
    System.err.println(
        code == 0
            ? "mmm: this node has left the others, as it was asked to"
            : "mmm: this node was put out, or could not go on; start it again");
    System.exit(code);
  }

  private static void fail(Throwable failure, int exitCode, List<String> words) {
    System.err.println("mmm: " + NodeFailure.line(failure));
    if (words.contains("--debug")) failure.printStackTrace();
    Runtime.getRuntime().halt(exitCode);
  }
}
