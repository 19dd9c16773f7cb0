package org.mmm.node;

/**
 * The pool on which futures of the Java library and of Pekko's asks go on. With one worker, which
 * is what a machine of two cores gets, Java starts a new thread for every step instead.
 */
final class CommonPool {
  private static final String PARALLELISM = "java.util.concurrent.ForkJoinPool.common.parallelism";
  private static final int LEAST = 2;

  private CommonPool() {}

  /** To be called before anything uses the pool; a setting given at the start of Java stays. */
  static void prepare() {
    if (System.getProperty(PARALLELISM) == null
        && Runtime.getRuntime().availableProcessors() - 1 < LEAST) {
      System.setProperty(PARALLELISM, String.valueOf(LEAST));
    }
  }
}
