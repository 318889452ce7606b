package com.acme;

interface Maker {
  ResilientAlpha make();
}
