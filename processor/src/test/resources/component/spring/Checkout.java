package com.acme;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

@Component
record Checkout(@Qualifier("cards") Payments payments, Api api, Sender sender) {}
