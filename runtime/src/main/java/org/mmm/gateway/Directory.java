package org.mmm.gateway;

import java.util.List;
import org.mmm.kernel.Address;

/** Where names are kept. */
public interface Directory {
  /** The bucket that keeps that name. */
  Address bucketOf(String name);

  /** Every bucket. */
  List<Address> buckets();
}
