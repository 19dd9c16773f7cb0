package org.mmm.edge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.mmm.pa.Reason;

/**
 * How passwords and recovery codes are kept: as {@code argon2id$<salt>$<hash>}, with 19 MiB and two
 * passes (OWASP's choice). Hashing has one thread of its own, and a bounded queue, so that it never
 * delays anything else and no flood of tries takes the memory.
 */
final class SecretHashes implements AutoCloseable {
  /** What nothing is the origin of: compared with where there is nothing to compare with. */
  static final String NONE = "argon2id$AAAAAAAAAAAAAAAAAAAAAA$none";

  private static final int KIBIBYTES = 19 * 1_024;
  private static final int PASSES = 2;
  private static final int WAITING_AT_MOST = 256;

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING_AT_MOST),
          work -> {
            Thread thread = new Thread(work, "secret-hashes");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param salt 16 random bytes
   * @return fails with a {@link Refusal} if too many wait
   */
  CompletionStage<String> hash(String secret, byte[] salt) {
    return work(() -> "argon2id$" + Secrets.text(salt) + "$" + argon2id(secret, salt));
  }

  /** Whether that is the secret which was hashed; compared in a time that does not tell. */
  CompletionStage<Boolean> matches(String secret, String kept) {
    String[] parts = kept.split("\\$");
    if (parts.length != 3 || !parts[0].equals("argon2id")) {
      throw new IllegalStateException("not a hash that was written here");
    }
    byte[] salt = Base64.getUrlDecoder().decode(parts[1]);
    return work(() -> Secrets.same(parts[2], argon2id(secret, salt)));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private <T> CompletionStage<T> work(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads);
    } catch (RejectedExecutionException full) {
      return CompletableFuture.failedFuture(
          new Refusal(
              "overload",
              Answer.error(Reason.UNABLE, "too many passwords and codes are checked just now")));
    }
  }

  private static String argon2id(String text, byte[] salt) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withSalt(salt)
            .withMemoryAsKB(KIBIBYTES)
            .withIterations(PASSES)
            .withParallelism(1)
            .build());
    byte[] hash = new byte[32];
    generator.generateBytes(text.getBytes(StandardCharsets.UTF_8), hash);
    return Secrets.text(hash);
  }
}
