package org.mmm.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * Keys of Accounts in a table, each wrapped by the master key; the latest used are kept in memory.
 */
final class StoredAccountKeys implements AccountKeys {

  /** Where wrapped keys are kept. */
  interface Table {
    /**
     * The wrapped key; empty if it is erased. Stores {@code fresh} first if the Account was never
     * heard of.
     */
    Optional<byte[]> readOrCreate(String account, byte[] fresh);

    /** The wrapped key; empty if it is erased or was never made. */
    Optional<byte[]> read(String account);

    /** Overwrites the key with nothing, for good. */
    void erase(String account);
  }

  private final Table table;
  private final AesGcm master;
  private final SecureRandom random;
  private final Duration freshFor;
  private final InstantSource clock;
  private final Map<String, Cached> cache;

  private record Cached(AesGcm key, Instant until) {}

  /** Keys in a table that nobody else writes to. */
  StoredAccountKeys(Table table, AesGcm master, SecureRandom random, int maxCached) {
    this(table, master, random, maxCached, Duration.ofDays(36_500), InstantSource.system());
  }

  /**
   * Keys in a table that other nodes write to as well.
   *
   * @param freshFor how long a key is used before the table is asked again: so late this node
   *     learns that another erased it
   */
  StoredAccountKeys(
      Table table,
      AesGcm master,
      SecureRandom random,
      int maxCached,
      Duration freshFor,
      InstantSource clock) {
    this.table = table;
    this.master = master;
    this.random = random;
    this.freshFor = freshFor;
    this.clock = clock;
    this.cache =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Cached> eldest) {
            return size() > maxCached;
          }
        };
  }

  @Override
  public Optional<byte[]> seal(String account, String text) {
    return key(account, true).map(key -> key.seal(text.getBytes(UTF_8), account));
  }

  @Override
  public Optional<String> open(String account, byte[] sealed) {
    return key(account, false).map(key -> new String(key.open(sealed, account), UTF_8));
  }

  // The lock is held while the table is asked, so that a key read just before it was erased cannot
  // enter the cache just after.
  @Override
  public synchronized void erase(String account) {
    cache.remove(account);
    table.erase(account);
  }

  @Override
  public synchronized void forget(String account) {
    cache.remove(account);
  }

  private synchronized Optional<AesGcm> key(String account, boolean create) {
    var known = cache.get(account);
    if (known != null && clock.instant().isBefore(known.until())) {
      return Optional.of(known.key());
    }
    var wrapped =
        create
            ? table.readOrCreate(account, wrapped(AesGcm.newKey(random), account))
            : table.read(account);
    var key = wrapped.map(bytes -> new AesGcm(AesGcm.key(master.open(bytes, account)), random));
    cache.remove(account);
    key.ifPresent(found -> cache.put(account, new Cached(found, clock.instant().plus(freshFor))));
    return key;
  }

  private byte[] wrapped(SecretKey key, String account) {
    return master.seal(key.getEncoded(), account);
  }
}
