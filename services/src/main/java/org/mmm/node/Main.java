package org.mmm.node;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts one node and runs it until it is told to stop. */
public final class Main {
  private Main() {}

  /**
   * @param args see {@code --help}
   */
  public static void main(String[] args) throws InterruptedException {
    CommonPool.prepare();
    List<String> words = List.of(args);
    if (words.contains("--help")) {
      System.out.println(Arguments.USAGE);
      return;
    }
    try {
      Arguments arguments = Arguments.of(words);
      if (arguments.restore() != null) {
        Restoring.into(arguments.data(), arguments.restore(), Settings.of(arguments));
        return;
      }
      Node node = Node.start(arguments);
      Runtime.getRuntime().addShutdownHook(new Thread(node::close, "stop"));
      System.out.println("mmm: ready at " + node.url());
    } catch (NodeFailure e) {
      fail(e, e.exitCode(), words);
    } catch (RuntimeException | Error e) {
      fail(e, NodeFailure.FAILED, words);
    }
    new CountDownLatch(1).await(); // until a signal comes
  }

  private static void fail(Throwable failure, int exitCode, List<String> words) {
    System.err.println("mmm: " + NodeFailure.line(failure));
    if (words.contains("--debug")) failure.printStackTrace();
    Runtime.getRuntime().halt(exitCode);
  }
}
