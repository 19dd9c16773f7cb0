package org.mmm.journal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Wrapped keys that die with the process. */
final class VolatileKeyTable implements StoredAccountKeys.Table {
  /** Empty: erased. */
  private final Map<String, Optional<byte[]>> keys = new ConcurrentHashMap<>();

  @Override
  public Optional<byte[]> readOrCreate(String account, byte[] fresh) {
    return keys.computeIfAbsent(account, unheardOf -> Optional.of(fresh));
  }

  @Override
  public Optional<byte[]> read(String account) {
    return keys.getOrDefault(account, Optional.empty());
  }

  @Override
  public void erase(String account) {
    keys.put(account, Optional.empty());
  }
}
