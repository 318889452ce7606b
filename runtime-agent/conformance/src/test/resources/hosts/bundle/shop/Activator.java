package shop;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

public class Activator implements BundleActivator {
  @Override
  public void start(BundleContext context) throws Exception {
    Seen.print(new Till());
  }

  @Override
  public void stop(BundleContext context) {}
}
