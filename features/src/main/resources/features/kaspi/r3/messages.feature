@needs:wire @needs:world
Feature: Messages as the document prints them, scheme r3
  Transcribed request by request; the answer must have the printed names, types and contractual values.

  @doc-4.2.2 @row:r3_partner_tradepoints @code:0
  Scenario: 4.2.2 partner tradepoints
    Given a till at trade point 1 under scheme r3
    When the till opens "/r3/v01/partner/tradepoints/180340021791"
    Then the bank's answer is as the document prints it: "r3-4.2.2-tradepoints"

  @doc-4.2.3 @row:r3_device_register @code:0
  Scenario: 4.2.3 device register
    Given a till at trade point 1 under scheme r3
    When the till sends the request that the document prints: "r3-4.2.3-device-register"
    Then the bank's answer is as the document prints it: "r3-4.2.3-device-register"

  @doc-4.3.1 @row:r3_qr_create @code:0
  Scenario: 4.3.1 qr create
    Given a till at trade point 1 under scheme r3
    When the till sends the request that the document prints: "r3-4.3.1-qr-create"
    Then the bank's answer is as the document prints it: "r3-4.3.1-qr-create"

  @doc-4.3.2 @row:r3_qr_create-link @code:0
  Scenario: 4.3.2 qr create-link
    Given a till at trade point 1 under scheme r3
    When the till sends the request that the document prints: "r3-4.3.2-qr-create-link"
    Then the bank's answer is as the document prints it: "r3-4.3.2-qr-create-link"

  @doc-4.2.4 @row:r3_device_delete @code:0
  Scenario: 4.2.4 device delete
    Given a till at trade point 1 under scheme r3
    When the till sends the request that the document prints: "r3-4.2.4-device-delete"
    Then the bank's answer is as the document prints it: "r3-4.2.4-device-delete"

  @doc-4.3.3 @row:r3_payment_status @code:0
  Scenario: 4.3.3 payment status
    Given a till at trade point 1 under scheme r3
    When the cashier shows a QR code for 200 tenge
    And the customer scans the code
    And the cashier asks how the purchase stands
    Then the bank's answer is as the document prints it: "r3-4.3.3-payment-status"

  @row:r3_payment_status_v02 @code:0
  Scenario: extended status, as seen in production
    Given a till at trade point 1 under scheme r3
    And a purchase of 200 tenge is paid
    When the cashier asks for the extended status
    Then the bank's answer is as the document prints it: "r3-v02-payment-status"

  @doc-5.1 @row:r3_health_ping @code:0
  Scenario: 5.1 ping
    Given a shop under scheme r3
    When the shop checks that the bank is there
    Then the bank's answer is as the document prints it: "r3-5.1-ping"

  @doc-4.1 @row:r3_payment_status @code:-1601
  Scenario: a refusal has a code and a text, and no data
    Given a shop under scheme r3
    And purchase number 404
    When the cashier asks how the purchase stands
    Then the bank's answer is as the document prints it: "r3-annex-3-refusal"

  @row:r3_device_register
  Scenario: names in another case and numbers as texts are accepted, as clients in production send them
    Given a till at trade point 1 under scheme r3
    When the till sends to "device/register/" the request "{'organizationBin':'180340021791','deviceId':'till-7','tradePointId':'12'}"
    Then the bank's answer is as the document prints it: "r3-4.2.3-device-register"

  @row:r3_qr_create
  Scenario: what is no JSON is not understood
    Given a till at trade point 1 under scheme r3
    When the till sends to "qr/create" the request "Amount=200"
    Then the HTTP status is 400
    And the answer holds code -400

  @row:r3_qr_create
  Scenario: a sum that is missing is not understood
    Given a till at trade point 1 under scheme r3
    When the till sends to "qr/create" the request "{'OrganizationBin':'180340021791','DeviceToken':'DEVICE'}"
    Then the HTTP status is 400
    And the answer holds code -400

  Scenario: a path that the bank does not have
    Given a shop under scheme r3
    When the till opens "/r3/v01/payment/history"
    Then the HTTP status is 404

  @doc-4.5 @row:r3_payment_return @code:0
  Scenario: 4.5 payment return
    Given a till at trade point 1 under scheme r3
    And a purchase of 200.00 tenge is paid
    When the till sends the request that the document prints: "r3-4.5-payment-return"
    Then the bank's answer is as the document prints it: "r3-4.5-payment-return"

  @doc-4.6.1 @row:r3_remote_client-info @code:0
  Scenario: 4.6.1 client info, with the numeric till of the sample
    Given a shop under scheme r3
    When the till opens "/r3/v01/remote/client-info?phoneNumber=87077777777&deviceToken=321"
    Then the bank's answer is as the document prints it: "r3-4.6.1-remote-client-info"

  @doc-4.6.2 @doc-4.6.3 @row:r3_remote_create @row:r3_remote_cancel @code:0
  Scenario: 4.6.2 remote create and 4.6.3 remote cancel
    Given a till at trade point 1 under scheme r3
    When the till sends the request that the document prints: "r3-4.6.2-remote-create"
    Then the bank's answer is as the document prints it: "r3-4.6.2-remote-create"
    When an invoice of 1.00 tenge to customer 87077777777
    And the till sends the request that the document prints: "r3-4.6.3-remote-cancel"
    Then the bank's answer is as the document prints it: "r3-4.6.3-remote-cancel"

  @doc-4.3.2 @row:r3_qr_create-link @code:0
  Scenario: a link as captured on the bank's test host
    Given a till at trade point 1 under scheme r3
    When the till sends the request that the document prints: "r3-captured-qr-create-link"
    Then the bank's answer is as the document prints it: "r3-captured-qr-create-link"

  @doc-4.4 @row:r3_payment_details @code:0
  Scenario: 4.4 payment details
    Given a till at trade point 1 under scheme r3
    And a purchase of 11.00 tenge is paid
    When the cashier asks for the purchase's details
    Then the bank's answer is as the document prints it: "r3-4.4-payment-details"
