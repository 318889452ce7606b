package com.acme;

import org.springframework.beans.factory.annotation.Qualifier;

/** A qualifier, by a meta-annotation. */
@Qualifier
@interface Sandboxed {
  String value();
}
