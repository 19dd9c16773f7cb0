package org.mmm.edge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Recovery codes and how they are kept: as {@code argon2id$<salt>$<hash>}, with 19 MiB and two
 * passes (OWASP's choice). Hashing has threads of its own, and a bounded queue, so that it never
 * delays anything else.
 */
final class RecoveryCodes implements AutoCloseable {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int CHARACTERS = 24;
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
            Thread thread = new Thread(work, "recovery-codes");
            thread.setDaemon(true);
            return thread;
          });

  /** The code for these random bytes (at least 15): 24 characters, in groups of six. */
  static String code(byte[] random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CHARACTERS; i++) {
      if (i > 0 && i % 6 == 0) code.append('-');
      int bit = i * 5;
      int pair =
          (random[bit / 8] & 0xff) << 8
              | (bit / 8 + 1 < random.length ? random[bit / 8 + 1] & 0xff : 0);
      code.append(ALPHABET.charAt(pair >> (11 - bit % 8) & 31));
    }
    return code.toString();
  }

  /**
   * @param salt 16 random bytes
   * @return fails with a {@link Refusal} if too many wait
   */
  CompletionStage<String> hash(String code, byte[] salt) {
    return work(() -> "argon2id$" + text(salt) + "$" + text(argon2id(plain(code), salt)));
  }

  /** Whether that is the code which was hashed. */
  CompletionStage<Boolean> matches(String code, String kept) {
    String[] parts = kept.split("\\$");
    if (parts.length != 3 || !parts[0].equals("argon2id") || code.length() > 256) {
      return CompletableFuture.completedFuture(false);
    }
    byte[] salt = Base64.getUrlDecoder().decode(parts[1]);
    return work(() -> Secrets.same(parts[2], text(argon2id(plain(code), salt))));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private <T> CompletionStage<T> work(java.util.function.Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, threads);
    } catch (RejectedExecutionException full) {
      return CompletableFuture.failedFuture(
          new Refusal(
              "overload",
              Answer.error(org.mmm.pa.Reason.UNABLE, "too many codes are checked just now")));
    }
  }

  /** People leave out the hyphens, and read an o for a 0. */
  private static String plain(String code) {
    return code.toLowerCase(Locale.ROOT)
        .replaceAll("[\\s-]", "")
        .replace('o', '0')
        .replace('i', '1')
        .replace('l', '1');
  }

  private static byte[] argon2id(String text, byte[] salt) {
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
    return hash;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
