package org.mmm.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a signature of a message between M-Instances costs, and to verify it: Ed25519 over the 500
 * bytes that are signed of a request. A Process Action to another M-Instance costs two of each, one
 * at either end.
 *
 * <p>To run: {@code mvn -q -Pbench-protocol -pl protocol process-test-classes
 * -Dbench=SignatureBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SignatureBenchmark {
  private final byte[] signed = "x".repeat(500).getBytes(UTF_8);
  private final KeyPair keys = pair();
  private final byte[] signature = Ed25519.sign(signed, keys.getPrivate());

  @Benchmark
  public byte[] sign() {
    return Ed25519.sign(signed, keys.getPrivate());
  }

  @Benchmark
  public boolean verify() {
    return Ed25519.verify(signed, signature, keys.getPublic());
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
