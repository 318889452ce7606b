package com.acme;

import dagger.Binds;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

@Singleton
@Component(modules = Shop.Bindings.class)
interface Shop {
  Checkout checkout();

  @Module
  interface Bindings {
    @Binds
    Payments payments(ResilientPayments wrapper);

    @Binds
    Api api(ResilientApi wrapper);

    @Binds
    @Named("delegate")
    Api delegate(HttpApi implementation);

    @Provides
    @Named("host")
    static String host() {
      return "bank";
    }
  }
}
