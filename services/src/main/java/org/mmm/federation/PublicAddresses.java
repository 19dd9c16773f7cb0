package org.mmm.federation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.mmm.ipp.InstanceId;

/**
 * Which hosts are asked at all: what another M-Instance is called must not lead into the network
 * that this one stands in.
 *
 * @param selfLoopback whether this M-Instance is of this machine alone
 * @param privateToo whether addresses that are not public are allowed
 */
record PublicAddresses(boolean selfLoopback, boolean privateToo) {

  /**
   * @throws IllegalArgumentException if it may not be asked
   * @throws UnknownHostException if it has no address
   */
  void check(InstanceId peer) throws UnknownHostException {
    if (privateToo) return;
    if (peer.isLoopback()) {
      if (selfLoopback) return;
      throw new IllegalArgumentException(
          peer + " is of this machine alone; allow it by mmm.federation.private-addresses");
    }
    for (InetAddress address : InetAddress.getAllByName(peer.host())) {
      if (!isPublic(address)) {
        throw new IllegalArgumentException(
            peer
                + " is at "
                + address.getHostAddress()
                + ", which is no public address; allow it by mmm.federation.private-addresses");
      }
    }
  }

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    boolean thisNetwork = bytes.length == 4 && bytes[0] == 0;
    return !address.isLoopbackAddress()
        && !address.isAnyLocalAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress()
        && !carrier
        && !uniqueLocal
        && !thisNetwork;
  }
}
