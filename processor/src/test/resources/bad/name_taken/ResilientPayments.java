package com.acme;

class ResilientPayments {}
